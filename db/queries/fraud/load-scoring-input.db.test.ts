import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FRAUD_POLICY_DEFAULTS as policy } from '../../../src/domain/fraud/fraud-policy.ts';
import { scorePartners } from '../../../src/domain/fraud/score-partners.ts';
import { ensurePartitions } from '../../partitions.ts';
import { type ClonedDatabase, cloneDatabase } from '../../testing/clone-database.ts';
import { honest, plantProgramme } from '../../testing/fraud/plant-programme.ts';
import { inOrder, storedSketches } from '../../testing/fraud/stored-sketches.ts';
import { defaultAsOf } from './default-as-of.ts';
import { loadScoringInput } from './load-scoring-input.ts';
import { recountSketches } from './recount-sketches.ts';
import { refreshSketches } from './refresh-sketches.ts';

const UNTIL = new Date('2026-03-31T18:00:00Z');
const thief = {
  partnerId: 'thief',
  type: 'content',
  orders: 120,
  fastShare: 0.4,
  inCartShare: 0.4,
  codeShare: 0,
};

let database: ClonedDatabase;
beforeAll(async () => {
  database = await plantedDatabase();
});
afterAll(() => database.drop());

async function plantedDatabase(): Promise<ClonedDatabase> {
  const planted = await cloneDatabase();
  for (const table of ['click', 'conversion'] as const) {
    await ensurePartitions(planted.pools.app, table, new Date('2025-12-01Z'), UNTIL);
  }
  const partners = Array.from({ length: 12 }, (_, index) => honest(`honest-${index}`));
  await plantProgramme(planted.pools.app, [...partners, thief], UNTIL);
  await refreshSketches(planted.pools.app);
  return planted;
}

describe('loadScoringInput', () => {
  it('adds days up without changing any score', async () => {
    const { agent, app } = database.pools;
    const input = await loadScoringInput(agent, UNTIL, policy);
    const stored = await storedSketches(app);
    expect(input.conversions.length).toBeLessThan(stored.conversions.length / 2);
    expect(scorePartners(input, policy)).toEqual(scorePartners({ ...input, ...stored }, policy));
  });

  it.each([
    '2026-03-31T17:00:00.000Z',
    '2026-03-15T00:00:00.000Z',
    '2026-03-02T11:22:33.444Z',
    '2026-01-10T12:00:00.000Z',
  ])('gives at %s what it would have given had nothing come later', async (moment) => {
    const asOf = new Date(moment);
    const earlier = await plantedDatabase();
    try {
      const { app } = earlier.pools;
      await app.query('delete from conversion where converted_at > $1', [asOf]);
      await app.query('delete from click where clicked_at > $1', [asOf]);
      await recountSketches(app);
      const input = await loadScoringInput(database.pools.agent, asOf, policy);
      expect(inOrder(input)).toEqual(inOrder(await loadScoringInput(app, asOf, policy)));
      expect(input.conversions.length).toBeGreaterThan(0);
    } finally {
      await earlier.drop();
    }
  });

  it('has every partner, also one without an order, and one that only an order names', async () => {
    const { app } = database.pools;
    await app.query("insert into partner (partner_id, name, type) values ('idle', 'Idle', 'Coupon')");
    const { partners } = await loadScoringInput(app, UNTIL, policy);
    const buyers = { known: 0, distinct: 0 };
    expect(partners).toContainEqual({ partnerId: 'idle', type: 'coupon', buyers });
    expect(partners).toContainEqual({ partnerId: 'owner', type: 'other', buyers });
    expect(new Set(partners.map(({ partnerId }) => partnerId)).size).toBe(partners.length);
  });

  it('tells a buyer who came back on another day from two buyers', async () => {
    const { app } = database.pools;
    const thiefOf = async () =>
      (await loadScoringInput(app, UNTIL, policy)).partners.find((row) => row.partnerId === 'thief');
    expect((await thiefOf())?.buyers).toEqual({ known: 120, distinct: 120 });
    await app.query(
      `
      insert into order_line (order_id, line_id, customer_id, ordered_at, quantity, unit_price_micros, currency)
      select order_id, '1', 'the-same-customer', converted_at, 1, 0, 'GBP'
        from conversion where partner_id = 'thief' order by converted_at limit 50
      `,
    );
    await refreshSketches(app);
    expect((await thiefOf())?.buyers).toEqual({ known: 120, distinct: 71 });
  });

  it('is empty before anything happened', async () => {
    const input = await loadScoringInput(database.pools.app, new Date('2020-01-01T00:00:00Z'), policy);
    expect(input).toMatchObject({ historyFrom: '2020-01-01', conversions: [], clicks: [] });
  });
});

describe('defaultAsOf', () => {
  it('is now while orders come in, and the end of the last day with one when they ended earlier', async () => {
    const { app } = database.pools;
    const early = new Date('2026-02-01T10:00:00Z');
    expect(await defaultAsOf(app, early)).toEqual(early);
    expect(await defaultAsOf(app, new Date('2027-01-01T00:00:00Z'))).toEqual(
      new Date('2026-03-31T23:59:59.999Z'),
    );
  });

  it('is now when there is no order', async () => {
    const now = new Date('2020-01-01T00:00:00Z');
    expect(await defaultAsOf(database.pools.app, now)).toEqual(now);
  });
});
