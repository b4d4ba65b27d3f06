import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPools, type Pools } from '../../db/pool.ts';
import { type ClonedDatabase, cloneDatabase } from '../../db/testing/clone-database.ts';
import { MODEL_POLICY_DEFAULTS, type ModelPolicy } from '../domain/model/model-policy.ts';
import { createMemoryBudget } from '../model/budget/create-memory-budget.ts';
import { databaseBudget } from './database-budget.ts';

let database: ClonedDatabase;
let otherProcess: Pools;
beforeAll(async () => {
  database = await cloneDatabase({ max: 8 });
  otherProcess = createPools(database.url, { max: 8 });
});
afterAll(async () => {
  await otherProcess.end();
  await database.drop();
});
beforeEach(() => database.pools.app.query('truncate model_call'));

const clock = { now: new Date('2026-11-22T10:00:00Z') };
const policy = (changes: Partial<ModelPolicy>): ModelPolicy => ({ ...MODEL_POLICY_DEFAULTS, ...changes });
const planned = (runId: string | null) => ({
  runId,
  engine: 'm',
  prompt: 'p@1',
  most: { inputTokens: 600, outputTokens: 400 },
});

describe.each([
  ['in the database', (limits: ModelPolicy) => databaseBudget(database.pools.app, limits, () => clock.now)],
  ['in memory', (limits: ModelPolicy) => createMemoryBudget(limits, () => clock.now)],
])('the budget %s', (_name, create) => {
  beforeEach(() => {
    clock.now = new Date('2026-11-22T10:00:00Z');
  });

  it('counts what is reserved until it is settled, then what was taken', async () => {
    const budget = create(policy({ tokensPerRunMax: 1_500 }));
    const runId = randomUUID();
    const first = await budget.reserve(planned(runId));
    expect(await budget.reserve(planned(runId))).toEqual({ state: 'over', which: 'run' });
    if (first.state !== 'reserved') throw new Error('The first fits.');
    const spent = await budget.settle(first.callId, 'answered', { inputTokens: 100, outputTokens: 50 });
    expect(spent).toEqual({ inputTokens: 100, outputTokens: 50, micros: null });
    expect(await budget.reserve(planned(runId))).toMatchObject({ state: 'reserved' });
  });

  it('counts an unclear call as the most it may have taken, and a failed one as nothing', async () => {
    const budget = create(policy({ tokensPerDayMax: 2_000 }));
    const settle = async (outcome: 'unclear' | 'failed') => {
      const call = await budget.reserve(planned(null));
      if (call.state !== 'reserved') throw new Error('It fits.');
      return budget.settle(call.callId, outcome, null);
    };
    expect(await settle('failed')).toMatchObject({ inputTokens: 0, outputTokens: 0 });
    expect(await settle('unclear')).toMatchObject({ inputTokens: 600, outputTokens: 400 });
    expect(await settle('unclear')).toMatchObject({ inputTokens: 600 });
    expect(await budget.reserve(planned(null))).toEqual({ state: 'over', which: 'day' });
    clock.now = new Date('2026-11-23T00:00:00Z');
    expect(await budget.reserve(planned(null))).toMatchObject({ state: 'reserved' });
  });

  it('bounds money where there is a price', async () => {
    const budget = create(
      policy({
        inputPricePerMillionMicros: '1000000',
        outputPricePerMillionMicros: '4000000',
        moneyPerDayMaxMicros: '4400',
      }),
    );
    const calls = [await budget.reserve(planned(null)), await budget.reserve(planned(null))];
    expect(calls.map(({ state }) => state)).toEqual(['reserved', 'reserved']);
    expect(await budget.reserve(planned(null))).toEqual({ state: 'over', which: 'day' });
    const [first] = calls;
    if (first?.state !== 'reserved') throw new Error('The first fits.');
    expect(await budget.settle(first.callId, 'answered', { inputTokens: 1, outputTokens: 1 })).toMatchObject({
      micros: 5n,
    });
  });

  it('never asks where the limit is nothing', async () => {
    expect(await create(policy({ tokensPerDayMax: 0 })).reserve(planned(null))).toMatchObject({
      state: 'over',
    });
  });
});

it('gives the last of the budget once, however many calls of two processes want it', async () => {
  const limits = policy({ tokensPerDayMax: 10_500 });
  const budgets = [database.pools, otherProcess].map(({ app }) =>
    databaseBudget(app, limits, () => clock.now),
  );
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_unused, at) => budgets[at % 2]?.reserve(planned(randomUUID()))),
  );
  expect(answers.filter((answer) => answer?.state === 'reserved')).toHaveLength(10);
  const { rows } = await database.pools.app.query(
    "select count(*)::int as calls from model_call where outcome = 'reserved'",
  );
  expect(rows).toEqual([{ calls: 10 }]);
});
