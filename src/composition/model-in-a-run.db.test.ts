import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countModelUse } from '../../db/queries/health/count-model-use.ts';
import { findRun } from '../../db/queries/runs/find-run.ts';
import { MODEL_POLICY_DEFAULTS, type ModelPolicy } from '../domain/model/model-policy.ts';
import { createInboxWorld, type InboxWorld } from '../intake/runs/testing/inbox-world.ts';
import { createCascade } from '../model/cascade/create-cascade.ts';
import { createModelEngine } from '../model/create-model-engine.ts';
import { createOpenAiClient } from '../model/openai/create-openai-client.ts';
import { embeddedWith } from '../model/testing/embedded-with.ts';
import { type FakeAnswer, type FakeOpenAi, startFakeOpenAi } from '../model/testing/fake-openai.ts';
import { GOOD_READING } from '../model/testing/model-world.ts';
import { databaseBudget } from './database-budget.ts';

let world: InboxWorld;
let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi();
  world = await createInboxWorld();
});
afterAll(async () => {
  await fake.close();
  await world.database.drop();
});
beforeEach(async () => {
  fake.forget();
  await world.database.pools.app.query('delete from model_call');
});

const PRICED = { inputPricePerMillionMicros: '400000', outputPricePerMillionMicros: '1600000' };

/** A process whose embedded engine is unsure of every mail, over the fake server. */
function unsureProcess(changes: Partial<ModelPolicy>) {
  const policy = { ...MODEL_POLICY_DEFAULTS, retriesMax: 0, ...changes };
  const now = () => new Date();
  const embedded = embeddedWith();
  const model = createModelEngine({
    client: createOpenAiClient({ apiKey: null, baseUrl: fake.url, model: 'test-model' }),
    budget: databaseBudget(world.database.pools.app, policy, now),
    policy,
    embedded,
    now,
  });
  return world.process({
    engine: createCascade({ embedded, model, policy, log: pino({ level: 'silent' }) }),
  });
}

async function runOver(reply: FakeAnswer, changes: Partial<ModelPolicy>) {
  fake.script(() => reply);
  const mails = [
    await world.receive({ from: 'p1@blog1.test' }),
    await world.receive({ from: 'p2@blog2.test' }),
  ];
  const run = await findRun(world.database.pools.app, await world.run(unsureProcess(changes)));
  const statuses = await Promise.all(mails.map(async (id) => (await world.mail(id))?.status));
  const kinds = await Promise.all(
    mails.map(async (id) => (await world.proposals(id)).map(({ kind, status }) => [kind, status])),
  );
  return { run, statuses, kinds };
}

describe('a model in a run', () => {
  it('reads what the embedded engine cannot tell; tokens, money and prompt stand in the history', async () => {
    const reading = { ...GOOD_READING, intent: 'payment_question' };
    const { run, statuses, kinds } = await runOver(
      { is: 'answer', content: JSON.stringify(reading) },
      PRICED,
    );
    expect(statuses).toEqual(['triaged', 'triaged']);
    expect(kinds).toEqual([[['mail.reply', 'pending']], [['mail.reply', 'pending']]]);
    const steps = run?.steps.filter(
      ({ kind, name }) => kind === 'model' && name === 'test-model read-mail@1',
    );
    expect(steps).toHaveLength(2);
    expect(run?.cost.inputTokens).toBeGreaterThan(1_000);
    expect(Number(run?.cost.micros)).toBeGreaterThan(400);
    expect(run?.cost.unpricedTokens).toBeUndefined();
    const used = await countModelUse(world.database.pools.app);
    expect(used).toContainEqual(
      expect.objectContaining({ engine: 'test-model', outcome: 'answered', calls: 2 }),
    );
    // What has not the form of a letter is paid for, and the template stands.
    expect(used).toContainEqual(expect.objectContaining({ outcome: 'unusable', calls: 2, currency: 'USD' }));
  });

  it('says that a cost is unknown where no price is given', async () => {
    const { run } = await runOver({ is: 'answer', content: JSON.stringify(GOOD_READING) }, {});
    expect(run?.cost.micros).toBe('0');
    expect(run?.cost.unpricedTokens).toBe((run?.cost.inputTokens ?? 0) + (run?.cost.outputTokens ?? 0));
  });

  it.each([
    ['never answers', { is: 'silence' }],
    ['wants fewer calls', { is: 'status', status: 429, headers: { 'retry-after': '120' } }],
    ['answers garbage', { is: 'garbage' }],
    ['breaks off', { is: 'half' }],
  ] as const)('leaves mail to a person when it %s, and nothing leaves the house', async (_name, reply) => {
    const { run, statuses, kinds } = await runOver(reply, { timeoutSeconds: 1 });
    expect(run?.status).toBe('succeeded');
    expect(statuses).toEqual(['needs_review', 'needs_review']);
    expect(kinds).toEqual([[['mail.hand-over', 'pending']], [['mail.hand-over', 'pending']]]);
    expect((run?.counts.modelFailures ?? 0) + (run?.counts.modelPaused ?? 0)).toBe(2);
    const { rows } = await world.database.pools.app.query('select from outbox');
    expect(rows).toEqual([]);
  });

  it('hands over to the embedded engine when the budget is used up, and the run says so', async () => {
    const { run, statuses } = await runOver({ is: 'garbage' }, { tokensPerRunMax: 0 });
    expect(statuses).toEqual(['triaged', 'triaged']);
    expect(run?.counts.modelOverBudget).toBe(2);
    expect(fake.asked).toEqual([]);
  });
});
