import { describe, expect, it } from 'vitest';
import { packWeights, unpackWeights } from '../../src/model/embedded/inbox/inbox-weights.ts';
import { readInboxWeights, readInboxWeightsHead } from '../../src/model/embedded/inbox/read-inbox-weights.ts';
import type { SentenceEncoder } from '../../src/model/embedded/sentence-encoder.ts';
import { makeExamples } from './examples.ts';
import { fitWeights } from './fit-weights.ts';
import { casesSha256, readCases } from './read-cases.ts';

const learning = readCases('learn');
/** Quick and empty: what is tested here is the learning, not the sentences. */
const NO_SENTENCES: SentenceEncoder = {
  backend: 'none',
  encode: async (texts) => texts.map(() => new Float32Array(512)),
};

describe('the committed inbox weights', () => {
  it('were learnt from the labelled mails that are committed (else run evals/inbox/train.ts)', async () => {
    const head = await readInboxWeightsHead();
    expect(head.mails).toBe(learning.length);
    expect(head.casesSha256).toBe(casesSha256(learning));
  });

  it('come out the same when learnt again, and survive packing', async () => {
    const few = learning.filter((_, at) => at % 80 === 0);
    const { limits } = await readInboxWeightsHead();
    const once = fitWeights(await makeExamples(few, NO_SENTENCES), limits);
    const again = fitWeights(await makeExamples(few, NO_SENTENCES), limits);
    expect(Buffer.compare(Buffer.from(once.wish.buffer), Buffer.from(again.wish.buffer))).toBe(0);
    const { bytes, rarityStep, steps } = packWeights(once);
    const unpacked = unpackWeights(bytes, {
      version: 1,
      casesSha256: '',
      mails: 1,
      limits,
      rarityStep,
      steps,
    });
    const top = once.wish.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    const far = once.wish.reduce(
      (most, weight, at) => Math.max(most, Math.abs(weight - (unpacked.wish[at] ?? 0))),
      0,
    );
    expect(far).toBeLessThan(top / 100);
  });

  it('have numbers for every feature', async () => {
    const { wish, human, brand, urgency, rarity } = await readInboxWeights();
    for (const numbers of [wish, human, brand, urgency, rarity])
      expect(numbers.some((number) => number !== 0)).toBe(true);
  });
});

describe('the labelled mails', () => {
  it('have one id each', () => {
    const ids = [...learning, ...readCases('test')].map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('share no thread between learning and test', () => {
    const threads = new Set(learning.map(({ thread }) => thread));
    expect(readCases('test').filter(({ thread }) => threads.has(thread))).toEqual([]);
  });
});
