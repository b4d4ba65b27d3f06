import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePartitions } from '../../partitions.ts';
import { type ClonedDatabase, cloneDatabase } from '../../testing/clone-database.ts';
import { expectedClickSketches } from '../../testing/fraud/expected-click-sketches.ts';
import { expectedConversionSketches } from '../../testing/fraud/expected-conversion-sketches.ts';
import { noRows, type ProgrammeRows } from '../../testing/fraud/programme-rows.ts';
import { programmeSteps } from '../../testing/fraud/programme-steps.ts';
import { inOrder, storedBuyers, storedSketches } from '../../testing/fraud/stored-sketches.ts';
import { rowWriter } from '../../testing/fraud/write-rows.ts';
import { recountSketches } from './recount-sketches.ts';
import { refreshSketches } from './refresh-sketches.ts';

/** Never counts everything, so that what is tested is the update; small batches, so that there are several. */
const UPDATE_ONLY = { recountShare: Number.POSITIVE_INFINITY, partnerDaysMax: 3 };

let database: ClonedDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
  await empty();
});
afterAll(() => database.drop());

async function empty(): Promise<void> {
  await database.pools.app.query('truncate click, conversion, site_event, order_line, code, partner');
  for (const table of ['click', 'conversion'] as const) {
    await ensurePartitions(database.pools.app, table, new Date('2026-02-01Z'), new Date('2026-04-30Z'));
  }
}

function expected(rows: ProgrammeRows) {
  return inOrder({ conversions: expectedConversionSketches(rows), clicks: expectedClickSketches(rows) });
}

describe('refreshSketches', () => {
  it('gives what a full recount and a slow count by hand give, whatever is imported in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(programmeSteps(), async (batches) => {
        const { app } = database.pools;
        await empty();
        await refreshSketches(app);
        const rows = noRows();
        const write = rowWriter(app, rows);
        for (const steps of batches) {
          for (const step of steps) await step(write);
          await refreshSketches(app, UPDATE_ONLY);
          const stored = await storedSketches(app);
          expect(stored).toEqual(expected(rows));
        }
        const updated = [await storedSketches(app), await storedBuyers(app)];
        await recountSketches(app);
        expect([await storedSketches(app), await storedBuyers(app)]).toEqual(updated);
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});
