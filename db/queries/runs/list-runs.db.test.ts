import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Run, RunDetail } from '../../../src/domain/runs/run.ts';
import { type ClonedDatabase, cloneDatabase } from '../../testing/clone-database.ts';
import { findRun } from './find-run.ts';
import { lastRun } from './last-run.ts';
import { listRuns } from './list-runs.ts';
import { recordSteps } from './record-steps.ts';

let database: ClonedDatabase;
const page = (limit: number, cursor: string | null, workflow?: string) =>
  listRuns(database.pools.app, { limit, cursor, ...(workflow === undefined ? {} : { workflow }) });

beforeAll(async () => {
  database = await cloneDatabase();
  // Seven runs of one microsecond, as a fast importer may leave them, and one before and after.
  await database.pools.app.query(`
    insert into run (workflow, status, cause, requested_by, created_at)
    select case when n % 3 = 0 then 'inbox' else 'fraud' end, 'succeeded', 'person', 'anna',
           timestamptz '2026-03-10 06:00:00.123456+00'
             + case when n = 0 then -1 when n = 8 then 1 else 0 end * interval '1 microsecond'
      from generate_series(0, 8) n
  `);
});
afterAll(() => database.drop());

describe('listRuns', () => {
  it('gives every run once, newest first, whatever the size of a page', async () => {
    const whole = await page(200, null);
    expect(whole.nextCursor).toBeNull();
    expect(whole.items).toHaveLength(9);
    for (const limit of [1, 2, 4, 8]) {
      const ids: string[] = [];
      let cursor: string | null = null;
      do {
        const { items, nextCursor } = await page(limit, cursor);
        expect(items.length).toBeLessThanOrEqual(limit);
        ids.push(...items.map(({ id }) => id));
        cursor = nextCursor;
      } while (cursor !== null);
      expect(ids).toEqual(whole.items.map(({ id }) => id));
    }
  });

  it('gives runs as the contract has them', async () => {
    const { items } = await page(1, null);
    expect(Run.parse(items[0])).toMatchObject({
      workflow: 'fraud',
      status: 'succeeded',
      startedAt: null,
      proposals: 0,
      cost: { inputTokens: 0, outputTokens: 0, micros: '0', currency: 'USD' },
    });
  });

  it('gives those of one workflow', async () => {
    const { items } = await page(200, null, 'inbox');
    expect(items.map(({ workflow }) => workflow)).toEqual(['inbox', 'inbox', 'inbox']);
  });

  it.each(['x', '1.2', `${'9'.repeat(30)}.0f0f0f0f-0000-4000-8000-000000000001`, "1'; drop table run"])(
    'refuses the cursor %j',
    async (cursor) => {
      await expect(page(10, cursor)).rejects.toMatchObject({ code: 'input_invalid' });
    },
  );
});

describe('findRun', () => {
  it('knows nothing under an unknown id, or under none at all', async () => {
    expect(await findRun(database.pools.app, crypto.randomUUID())).toBeNull();
    expect(await findRun(database.pools.app, 'run-7')).toBeNull();
  });

  it('numbers steps in the order they ended, though many end at once', async () => {
    const run = await lastRun(database.pools.app, 'fraud');
    const runId = run?.id ?? '';
    const at = new Date('2026-03-10T06:00:01Z');
    await Promise.all(
      Array.from({ length: 20 }, (_unused, index) =>
        recordSteps(
          database.pools.app,
          runId,
          ['first', 'second'].map((name) => ({
            runId,
            kind: 'tool',
            name,
            item: `p${index}`,
            startedAt: at,
            finishedAt: at,
            counts: { rows: index },
            error: name === 'first' ? null : { code: 'unexpected', message: 'no' },
          })),
        ),
      ),
    );
    const found = RunDetail.parse(await findRun(database.pools.app, runId));
    expect(found.steps.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 40 }, (_unused, index) => index + 1),
    );
    for (const { item, name, error, counts, startedAt } of found.steps) {
      expect(counts).toEqual({ rows: Number(item?.slice(1)) });
      expect(error).toEqual(name === 'first' ? null : { code: 'unexpected', message: 'no' });
      expect(startedAt).toBe(at.toISOString());
    }
  });
});
