import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type FakeOpenAi, startFakeOpenAi } from '../testing/fake-openai.ts';
import { cascadeOver } from '../testing/model-world.ts';

let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi();
});
afterAll(() => fake.close());
beforeEach(() => fake.forget());

const PICTURES = { posts: [Uint8Array.of(1, 2)], board: [Uint8Array.of(3), Uint8Array.of(4)] };
const GOOD = {
  closeness: 0.7,
  observations: ['Both are warm.', 'Both leave room.', 'The board is lighter.'],
  mentions: [],
};
const compare = (policy: Parameters<typeof cascadeOver>[1] = {}) => {
  const { compareLook } = cascadeOver(fake.url, policy);
  if (compareLook === undefined) throw new Error('a cascade over a model has eyes');
  return compareLook(PICTURES);
};

it('shows a model our copies and nothing else, without tools, and believes what fits the form', async () => {
  fake.script(() => ({ is: 'answer', content: JSON.stringify(GOOD) }));
  expect(await compare()).toEqual({
    comparison: GOOD,
    madeBy: { engine: 'test-model', prompt: 'compare-look@1' },
  });
  const [asked] = fake.asked;
  expect(asked?.pictures).toEqual(['AQI=', 'Aw==', 'BA=='].map((data) => `data:image/webp;base64,${data}`));
  expect(asked?.tools ?? asked?.functions).toBeUndefined();
});

it.each([
  ['a closeness that cannot be', { ...GOOD, closeness: 7 }],
  ['two observations', { ...GOOD, observations: ['One.', 'Two.'] }],
  ['a decision that nobody asked for', { ...GOOD, decision: 'accept' }],
])('takes no answer with %s', async (_, answer) => {
  fake.script(() => ({ is: 'answer', content: JSON.stringify(answer) }));
  await expect(compare()).rejects.toMatchObject({ code: 'model_answer_unusable' });
});

it('counts each picture against the budget before it asks', async () => {
  await expect(compare({ policy: { tokensPerRunMax: 9_000 } })).rejects.toMatchObject({
    code: 'model_over_budget',
  });
  expect(fake.asked).toEqual([]);
});
