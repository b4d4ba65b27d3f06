import { describe, expect, it } from 'vitest';
import type { Queryable } from '../../../db/client.ts';
import type { EndedStep } from '../../../db/queries/runs/record-steps.ts';
import { createStepLog } from './step-log.ts';

const step = (runId: string, name: string): EndedStep => ({
  runId,
  kind: 'tool',
  name,
  item: null,
  startedAt: new Date(0),
  finishedAt: new Date(0),
  counts: {},
  error: null,
});

/** A database that writes down which steps it was given, and refuses for one run while told to. */
function fakeDatabase() {
  const written: string[] = [];
  const state = { refuses: '' };
  const query = async (_text: string, [runId, steps]: unknown[] = []) => {
    if (runId === state.refuses) throw new Error('gone');
    for (const { name } of JSON.parse(String(steps))) written.push(`${runId} ${name}`);
    return { rows: [] };
  };
  return { db: { query } as unknown as Queryable, written, state };
}

describe('createStepLog', () => {
  it('writes each step once, under its run, in its order', async () => {
    const { db, written } = fakeDatabase();
    const log = createStepLog(db);
    for (const [runId, name] of [
      ['a', '1'],
      ['b', '1'],
      ['a', '2'],
    ] as const)
      log.record(step(runId, name));
    await log.flush();
    await log.flush();
    expect(written).toEqual(['a 1', 'a 2', 'b 1']);
  });

  it('keeps what could not be written, before what came since', async () => {
    const { db, written, state } = fakeDatabase();
    const log = createStepLog(db);
    state.refuses = 'b';
    for (const [runId, name] of [
      ['a', '1'],
      ['b', '1'],
      ['c', '1'],
    ] as const)
      log.record(step(runId, name));
    await expect(log.flush()).rejects.toThrow('gone');
    log.record(step('b', '2'));
    state.refuses = '';
    await log.flush();
    expect(written).toEqual(['a 1', 'b 1', 'b 2', 'c 1']);
  });
});
