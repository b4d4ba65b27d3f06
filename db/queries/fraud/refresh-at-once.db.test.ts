import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePartitions } from '../../partitions.ts';
import { type ClonedDatabase, cloneDatabase } from '../../testing/clone-database.ts';
import { honest, plantProgramme } from '../../testing/fraud/plant-programme.ts';
import { storedSketches } from '../../testing/fraud/stored-sketches.ts';
import { inTransaction } from '../../transaction.ts';
import { recountSketches } from './recount-sketches.ts';
import { refreshSketches } from './refresh-sketches.ts';
import { takeRefreshLock } from './take-refresh-lock.ts';

const UNTIL = new Date('2026-03-31T18:00:00Z');
const UPDATE_ONLY = { recountShare: Number.POSITIVE_INFINITY, partnerDaysMax: 50 };

let database: ClonedDatabase;
beforeAll(async () => {
  database = await cloneDatabase({ max: 10 });
  const { app } = database.pools;
  for (const table of ['click', 'conversion'] as const) {
    await ensurePartitions(app, table, new Date('2025-12-01Z'), UNTIL);
  }
  await plantProgramme(app, [honest('one'), honest('two'), honest('three')], UNTIL);
  await refreshSketches(app);
});
afterAll(() => database.drop());

async function expectTrue(): Promise<void> {
  const stored = await storedSketches(database.pools.app);
  await recountSketches(database.pools.app);
  expect(await storedSketches(database.pools.app)).toEqual(stored);
}

async function touchEverything(status: string): Promise<void> {
  const { app } = database.pools;
  await app.query('update conversion set status = $1', [status]);
  await app.query(
    "insert into site_event (visitor_id, occurred_at, event) select visitor_id, clicked_at - interval '1 minute', 'cart' from click on conflict do nothing",
  );
}

describe('refreshing', () => {
  it('loses no mark when it is killed half way', async () => {
    const { app } = database.pools;
    await touchEverything('approved');
    await inTransaction(app, async (holder) => {
      // Marks are taken after this lock, and resolved before it: held here, the refresh stands between the two.
      await takeRefreshLock(holder, 'clicks');
      const killed = expect(refreshSketches(app, UPDATE_ONLY)).rejects.toThrow();
      await untilWaiting();
      await holder.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
      );
      await killed;
    });
    await refreshSketches(app, UPDATE_ONLY);
    await expectTrue();
  });

  it('keeps the sketches true when several refresh while others import', async () => {
    const { app } = database.pools;
    const importers = ['pending', 'reversed', 'paid'].map((status) => touchEverything(status));
    const workers = Array.from({ length: 4 }, () => refreshSketches(app, UPDATE_ONLY));
    await Promise.all([...importers, ...workers]);
    await refreshSketches(app, UPDATE_ONLY);
    await expectTrue();
  });

  it('neither waits for an import that is under way nor misses it afterwards', async () => {
    const { app } = database.pools;
    await inTransaction(app, async (importer) => {
      await importer.query(
        "update conversion set commission_micros = commission_micros + 1 where partner_id = 'two'",
      );
      await refreshSketches(app, UPDATE_ONLY);
    });
    const { partnerDays } = await refreshSketches(app, UPDATE_ONLY);
    expect(partnerDays).toBeGreaterThan(0);
    await expectTrue();
  });

  it('counts everything again when asked to by an emptied table', async () => {
    const { app } = database.pools;
    await app.query('truncate site_event');
    expect(await refreshSketches(app, UPDATE_ONLY)).toEqual({ partnerDays: null });
    const { conversions } = await storedSketches(app);
    expect(conversions.every(({ cartKnown }) => cartKnown === 0)).toBe(true);
  });
});

async function untilWaiting(): Promise<void> {
  for (;;) {
    const { rows } = await database.pools.app.query(
      "select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
    );
    if (rows[0]?.waiting > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
