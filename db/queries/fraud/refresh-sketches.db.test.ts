import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePartitions } from '../../partitions.ts';
import { type ClonedDatabase, cloneDatabase } from '../../testing/clone-database.ts';
import { expectedClickSketches } from '../../testing/fraud/expected-click-sketches.ts';
import { expectedConversionSketches } from '../../testing/fraud/expected-conversion-sketches.ts';
import { noRows, type ProgrammeRows } from '../../testing/fraud/programme-rows.ts';
import { programmeSteps } from '../../testing/fraud/programme-steps.ts';
import { inOrder, storedBuyers, storedSketches } from '../../testing/fraud/stored-sketches.ts';
import { type RowWriter, rowWriter } from '../../testing/fraud/write-rows.ts';
import { recountSketches } from './recount-sketches.ts';
import { refreshSketches } from './refresh-sketches.ts';

const CLICKED = Date.parse('2026-03-01T12:00:00Z');
const at = (seconds: number): Date => new Date(CLICKED + seconds * 1_000);
const CLICK = {
  partnerId: 'p1',
  clickId: 'c1',
  subId: null,
  visitorId: 'v1',
  clickedAt: at(0),
  referrer: null,
  userAgent: null,
  ipHash: null,
  device: 'mobile',
};
const CONVERSION = {
  partnerId: 'p1',
  network: 'awin',
  conversionId: 'k1',
  orderId: 'o1',
  clickId: 'c1',
  clickedAt: null,
  convertedAt: at(30),
  lapseSeconds: null,
  commissionMicros: 1_000_000n,
  currency: 'GBP',
  status: 'pending',
  code: 'SAVE',
  customerType: null,
  device: null,
};
const event = (seconds: number, kind: 'view' | 'cart') => ({
  visitorId: 'v1',
  occurredAt: at(seconds),
  event: kind,
});
/** Site events from days before to days after, so that what lies between is covered. */
const AROUND = [-200_000, 200_000].map((seconds) => ({ ...event(seconds, 'view'), visitorId: 'other' }));

/** What comes first, what comes late, and what then is true of the one conversion or click. */
const LATE: readonly [string, (write: RowWriter) => Promise<void>, Record<string, unknown>][] = [
  [
    'a basket thirty minutes before the click',
    (write) => write.siteEvent(event(-1_800, 'cart')),
    { inCart: 1 },
  ],
  ['a basket a moment longer ago', (write) => write.siteEvent(event(-1_800.001, 'cart')), { inCart: 0 }],
  ['a basket at the click itself', (write) => write.siteEvent(event(0, 'cart')), { inCart: 0 }],
  [
    'a page view thirty minutes after the click',
    (write) => write.siteEvent(event(1_800, 'view')),
    { engaged: 1 },
  ],
  ['a page view a moment later', (write) => write.siteEvent(event(1_800.001, 'view')), { engaged: 0 }],
  [
    'the owner of the code',
    (write) => write.code({ code: 'save ', ownerPartnerId: 'p2' }),
    { othersCode: 1 },
  ],
  [
    'another device of the click',
    (write) => write.click({ ...CLICK, device: 'Desktop' }),
    { device: 'desktop' },
  ],
  ['an earlier click of that name', (write) => write.click({ ...CLICK, clickedAt: at(-100) }), { fast: 0 }],
  [
    'another status',
    (write) => write.conversion({ ...CONVERSION, status: 'reversed' }),
    { commissionMicros: 0n },
  ],
  [
    'another day',
    (write) => write.conversion({ ...CONVERSION, convertedAt: at(90_000) }),
    { day: '2026-03-02' },
  ],
];

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
  it.each(LATE)('counts %s that comes late', async (_what, late, truth) => {
    const { app } = database.pools;
    await empty();
    const rows = noRows();
    const write = rowWriter(app, rows);
    for (const row of AROUND) await write.siteEvent(row);
    await write.click(CLICK);
    await write.conversion(CONVERSION);
    await refreshSketches(app);
    await late(write);
    await refreshSketches(app, UPDATE_ONLY);
    const stored = await storedSketches(app);
    expect(stored).toEqual(expected(rows));
    expect({ ...stored.clicks[0], ...stored.conversions[0] }).toMatchObject(truth);
  });

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
