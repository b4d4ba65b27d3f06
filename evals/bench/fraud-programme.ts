import type pg from 'pg';
import { ensurePartitions } from '../../db/partitions.ts';
import { inTransaction } from '../../db/transaction.ts';

const START = '2026-01-01T00:00:00Z';
const DAYS = 90;
const END = new Date(Date.parse(START) + (DAYS + 30) * 86_400_000);

export interface Size {
  readonly partners: number;
  readonly clicks: number;
  readonly conversions: number;
  readonly siteEvents: number;
}

/** Partners and ninety days of clicks, conversions and site events; the same every time. */
export async function fillProgramme(pool: pg.Pool, size: Size): Promise<void> {
  for (const table of ['click', 'conversion'] as const) {
    await ensurePartitions(pool, table, new Date(START), END);
  }
  await pool.query("insert into programme (name, currency) values ('Bench', 'GBP')");
  await pool.query(
    `
    insert into partner (partner_id, name, type, network, website)
    select 'p' || i, 'Partner ' || i, (array['content', 'coupon', 'cashback', 'influencer', 'email'])[1 + i % 5],
           'awin', 'https://www.site' || i || '.example/'
      from generate_series(1, $1::int) i
    `,
    [size.partners],
  );
  await insertRows(pool, { ...size, prefix: 'a', seed: 0.4, from: START, days: DAYS });
}

/** A later import: a hundredth of the rows, all of the day after the last. */
export async function importBatch(pool: pg.Pool, size: Size, index: number): Promise<void> {
  const part = (count: number) => Math.round(count / 100);
  await insertRows(pool, {
    partners: size.partners,
    clicks: part(size.clicks),
    conversions: part(size.conversions),
    siteEvents: part(size.siteEvents),
    prefix: `batch${index}-`,
    seed: index / 100,
    from: new Date(Date.parse(START) + (DAYS + index) * 86_400_000).toISOString(),
    days: 1,
  });
}

interface Rows extends Size {
  readonly prefix: string;
  readonly seed: number;
  readonly from: string;
  readonly days: number;
}

/** In one transaction, because a seed holds for one connection. Each conversion follows one of the clicks. */
async function insertRows(pool: pg.Pool, rows: Rows): Promise<void> {
  await inTransaction(pool, async (transaction) => {
    await transaction.query('set local statement_timeout = 0');
    await transaction.query('select setseed($1)', [rows.seed]);
    await transaction.query(
      `
      create temp table drawn on commit drop as
      select i, $2 || i as id, 'p' || (1 + floor($3 * power(random(), 1.5)))::int as partner_id,
             'v' || floor(random() * $1 * 0.6)::int as visitor_id,
             $4::timestamptz + random() * $5 * interval '1 day' as at, random() as one, random() as two
        from generate_series(1, $1::int) i
      `,
      [rows.clicks, rows.prefix, rows.partners, rows.from, rows.days],
    );
    await transaction.query(
      `
      insert into click (partner_id, click_id, sub_id, visitor_id, clicked_at, landing_url, referrer, user_agent, ip_hash, device)
      select partner_id, id, case when one < 0.1 then 's' || i % 7 end, visitor_id, at,
             'https://shop.example/p/' || i % 500,
             case when two < 0.7 then 'https://www.site' || substr(partner_id, 2) || '.example/post/' || i % 30
                  when two < 0.85 then 'https://www.google.com/' end,
             'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/' || 100 + i % 30 || '.0',
             md5((i % 300000)::text), (array['mobile', 'desktop', 'tablet'])[1 + i % 3]
        from drawn
      `,
    );
    await transaction.query(
      `
      insert into conversion (partner_id, network, conversion_id, order_id, click_id, clicked_at, converted_at,
                              amount_micros, commission_micros, currency, status, status_raw, code, customer_type)
      select partner_id, 'awin', 'k' || id, 'o' || id, id, at,
             -- Log-normal around seven minutes, never over nine days.
             at + least(777600, exp(6 + 2 * sqrt(-2 * ln(one + 1e-9)) * cos(6.28318 * two))) * interval '1 second',
             50000000, 4000000, 'GBP', 'pending', 'pending',
             case when i % 10 = 0 then 'SAVE' || i % 50 end, (array['new', 'returning'])[1 + i % 2]
        from drawn
       where i <= $1
      `,
      [rows.conversions],
    );
    await transaction.query(
      `
      insert into site_event (visitor_id, occurred_at, event, sku)
      select visitor_id, at + (random() * 1500 - 400) * interval '1 second',
             (array['view', 'view', 'cart', 'checkout'])[1 + floor(random() * 4)::int], 'sku' || i % 100
        from drawn
       where i <= $1
      on conflict do nothing
      `,
      [rows.siteEvents],
    );
  });
}
