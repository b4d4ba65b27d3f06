import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FeedRow } from '../../../src/domain/feeds/feed-row.ts';
import { type ClonedDatabase, cloneDatabase } from '../../testing/clone-database.ts';
import { loadRows } from './load-rows.ts';

let database: ClonedDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.pools.app.query(
    'truncate click, conversion, partner, product, order_line, customer_first_order',
  );
  await database.pools.app.query('truncate fraud_dirty, fraud_touched');
});

const ask = async (text: string) => (await database.pools.app.query(text)).rows;

function clicks(count: number): FeedRow<'clicks'>[] {
  return Array.from({ length: count }, (_, index) => ({
    click_id: `c${index}`,
    partner_id: `p${index % 50}`,
    clicked_at: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
    landing_url: 'https://shop.example/a\\b\tc\nd',
  }));
}

const conversion = {
  conversion_id: 'x1',
  network: 'awin',
  partner_id: 'p1',
  clicked_at: '2026-01-31T23:50:00Z',
  converted_at: '2026-01-31T23:59:00Z',
  amount: '12.345678',
  commission: '-1.2',
  currency: 'GBP',
  status: 'pending',
} as const;

describe('loadRows', () => {
  it('loads rows over several months and batches, character for character', async () => {
    const loaded = await loadRows(database.pools.app, 'clicks', clicks(50_000));
    expect(loaded).toEqual({ rows: 50_000, inserted: 50_000, updated: 0, unchanged: 0 });
    expect(
      await ask(
        `select count(*) as clicks, count(distinct tableoid) as months, min(landing_url) as url from click`,
      ),
    ).toEqual([{ clicks: 50_000n, months: 2n, url: 'https://shop.example/a\\b\tc\nd' }]);
  });

  it('adds nothing the second time, and what is missing after half a load', async () => {
    await loadRows(database.pools.app, 'clicks', clicks(30_000));
    expect(await loadRows(database.pools.app, 'clicks', clicks(50_000))).toMatchObject({
      inserted: 20_000,
      updated: 0,
      unchanged: 30_000,
    });
    expect(await loadRows(database.pools.app, 'clicks', clicks(50_000))).toMatchObject({
      inserted: 0,
      updated: 0,
      unchanged: 50_000,
    });
  });

  it('takes rows as they are made', async () => {
    async function* made() {
      yield* clicks(3);
    }
    expect(await loadRows(database.pools.app, 'clicks', made())).toMatchObject({ inserted: 3 });
    expect(await loadRows(database.pools.app, 'clicks', [])).toMatchObject({ rows: 0, inserted: 0 });
  });

  it('changes a conversion that comes again with another status, time, partner or month', async () => {
    for (const change of [
      {},
      { status: 'declined' },
      { converted_at: '2026-02-01T00:01:00Z' },
      { partner_id: 'p2' },
    ]) {
      const row = { ...conversion, ...change };
      const { inserted, updated } = await loadRows(database.pools.app, 'conversions', [row]);
      expect(inserted + updated).toBe(1);
      expect(await loadRows(database.pools.app, 'conversions', [row])).toMatchObject({ unchanged: 1 });
      const rows = await ask(
        'select partner_id, status, status_raw, amount_micros, converted_at from conversion',
      );
      expect(rows).toEqual([
        {
          partner_id: row.partner_id,
          status: row.status === 'declined' ? 'reversed' : 'pending',
          status_raw: row.status,
          amount_micros: 12_345_678n,
          converted_at: new Date(row.converted_at),
        },
      ]);
      expect(await ask('select partner_id, converted_at from conversion_key')).toEqual([
        { partner_id: row.partner_id, converted_at: new Date(row.converted_at) },
      ]);
    }
  });

  it('keeps a conversion one row when somebody inserts past the importer', async () => {
    await loadRows(database.pools.app, 'conversions', [conversion]);
    await expect(
      database.pools.app.query(
        `insert into conversion select partner_id, network, conversion_id, sub_id, order_id, click_id, clicked_at,
           converted_at + interval '1 second', lapse_seconds, amount_micros, commission_micros, currency, status,
           status_raw from conversion`,
      ),
    ).rejects.toThrow('conversion_key_pkey');
    await database.pools.app.query('delete from conversion');
    expect(await ask('select * from conversion_key')).toEqual([]);
  });

  it('leaves alone what the rows do not speak of, and empties what they say is empty', async () => {
    await loadRows(database.pools.app, 'products', [
      { sku: 's1', name: 'Mug', price: '4.50', unit_cost: '1.25', currency: 'GBP' },
    ]);
    await loadRows(database.pools.app, 'products', [
      { sku: 's1', price: '', unit_cost: '1.30', currency: 'GBP' },
    ]);
    expect(await ask('select name, price_micros, unit_cost_micros from product')).toEqual([
      { name: 'Mug', price_micros: null, unit_cost_micros: 1_300_000n },
    ]);
  });

  it('moves a customer’s first order back, never forward', async () => {
    const line = (id: string, ordered: string, customer: string): FeedRow<'orders'> => ({
      order_id: id,
      line_id: '1',
      customer_id: customer,
      ordered_at: ordered,
      quantity: '1',
      unit_price: '5',
      currency: 'GBP',
    });
    await loadRows(database.pools.app, 'orders', [
      line('o2', '2026-02-01', 'k1'),
      line('o3', '2026-03-01', ''),
    ]);
    await loadRows(database.pools.app, 'orders', [
      line('o1', '2026-01-01', 'k1'),
      line('o4', '2026-04-01', 'k1'),
    ]);
    expect(await ask('select * from customer_first_order')).toEqual([
      { customer_id: 'k1', first_ordered_at: new Date('2026-01-01') },
    ]);
  });

  it('leaves a mark for the fraud sketches with new clicks and conversions, and none when nothing is new', async () => {
    await loadRows(database.pools.app, 'clicks', clicks(10));
    await loadRows(database.pools.app, 'conversions', [conversion]);
    const marks = () => ask('select distinct partner_id, day from fraud_dirty order by partner_id, day');
    expect(await marks()).toHaveLength(11);
    await database.pools.app.query('truncate fraud_dirty');
    await loadRows(database.pools.app, 'clicks', clicks(10));
    await loadRows(database.pools.app, 'conversions', [conversion]);
    expect(await marks()).toEqual([]);
    await loadRows(database.pools.app, 'conversions', [
      { ...conversion, converted_at: '2026-02-02T00:00:00Z' },
    ]);
    expect(await marks()).toEqual([
      { partner_id: 'p1', day: '2026-01-31' },
      { partner_id: 'p1', day: '2026-02-02' },
    ]);
  });

  it('stops at a row that its maker got wrong, saying which', async () => {
    await expect(
      loadRows(database.pools.app, 'conversions', [conversion, { ...conversion, amount: 'twelve' }]),
    ).rejects.toThrow('conversions, row 2: amount must be');
    await expect(
      loadRows(database.pools.app, 'conversions', [conversion, { ...conversion, amount: '99' }]),
    ).rejects.toThrow('row 2 contradicts row 1');
  });

  it('lets two loads of the same rows run at once', async () => {
    const both = await Promise.all([
      loadRows(database.pools.app, 'clicks', clicks(25_000)),
      loadRows(database.pools.app, 'clicks', clicks(25_000).reverse()),
    ]);
    expect(both.reduce((sum, { inserted }) => sum + inserted, 0)).toBe(25_000);
    expect(await ask('select count(*) as clicks from click')).toEqual([{ clicks: 25_000n }]);
  });
});
