import type pg from 'pg';
import { ensurePartitions } from '../../db/partitions.ts';

/** Simulated sizes. Every second order has two lines, every order one conversion. */
export interface ReconcileSize {
  readonly orders: number;
  /** A tenth of them name no order. */
  readonly refunds: number;
}

const START = '2026-01-01T00:00:00Z';
const DAYS = 300;
export const BENCH_FROM = new Date(START);
export const BENCH_TO = new Date(Date.parse(START) + (DAYS + 1) * 86_400_000);

/** Fills an empty database with orders over ten months, their conversions, and refunds up to 60 days later. */
export async function fillOrders(pool: pg.Pool, { orders, refunds }: ReconcileSize): Promise<void> {
  await ensurePartitions(pool, 'conversion', BENCH_FROM, BENCH_TO);
  await pool.query('truncate order_line, conversion, refund, customer_first_order');
  await insertOrders(pool, 1, orders, orders);
  await pool.query(
    `
    insert into refund (refund_id, line_id, order_id, customer_id, sku, quantity, amount_micros, currency, refunded_at)
    select 'r' || n, case when n % 10 = 0 then '' else '1' end, case when n % 10 = 0 then null else l.order_id end,
           l.customer_id, l.sku, 1 + n % 2, l.unit_price_micros, 'GBP', l.ordered_at + make_interval(hours => n % 1440)
      from generate_series(1, $1::int) n
      join order_line l on l.order_id = 'o' || (1 + (n::bigint * 7919) % $2) and l.line_id = '1'
    `,
    [refunds, orders],
  );
  await pool.query('analyze order_line, conversion, refund');
}

/** One hundredth of the orders more, on the last day, and as many refunds of earlier ones, as files of that day bring. */
export async function addDay(pool: pg.Pool, { orders, refunds }: ReconcileSize, day: number): Promise<void> {
  const more = Math.ceil(orders / 100);
  const first = orders + (day - 1) * more + 1;
  await insertOrders(pool, first, first + more - 1, null);
  await pool.query(
    `
    insert into refund (refund_id, line_id, order_id, customer_id, sku, quantity, amount_micros, currency, refunded_at)
    select 'd' || $3 || '-' || n, '1', 'o' || (1 + (n::bigint * 104729 + $3::int) % $2), null, null, 1, 1000000, 'GBP', $4
      from generate_series(1, $1::int) n
    `,
    [Math.ceil(refunds / 100), orders, day, new Date(BENCH_TO.getTime() - 86_400_000)],
  );
}

/** @param all - over how many orders the ten months spread; `null` puts them all on the last day. */
async function insertOrders(pool: pg.Pool, from: number, to: number, all: number | null): Promise<void> {
  const moment = `case when $3::int is null then $4::timestamptz + make_interval(days => ${DAYS - 1}, secs => n % 86400)
    else $4::timestamptz + make_interval(secs => (n::float8 / $3::int) * 86400 * ${DAYS}) end`;
  await pool.query(
    `
    insert into order_line (order_id, line_id, customer_id, ordered_at, delivered_at, sku, quantity, unit_price_micros,
                            discount_micros, currency)
    select 'o' || n, line::text, 'k' || n % 200000, moment, moment + interval '3 days', 's' || (n + line) % 5000, 1 + n % 4,
           1990000 + n % 977 * 10000, n % 7 * 50000, 'GBP'
      from (select n, ${moment} as moment from generate_series($1::int, $2::int) n) orders
      cross join generate_series(1, 2) line
     where line = 1 or n % 2 = 0
    `,
    [from, to, all, BENCH_FROM],
  );
  await pool.query(
    `
    insert into conversion (partner_id, network, conversion_id, order_id, converted_at, amount_micros, commission_micros,
                            currency, status, status_raw)
    select 'p' || n % 2000, case n % 3 when 0 then 'awin' when 1 then 'cj' else 'direct' end, 'c' || n, 'o' || n, ${moment},
           -- What the order is worth, but for one in fifty.
           (1 + n % 4) * (1990000 + n % 977 * 10000) * (2 - n % 2) - n % 7 * 50000 * (2 - n % 2) + case when n % 50 = 0 then 5000000 else 0 end,
           100000 + n % 9973 * 137, 'GBP', 'pending', 'pending'
      from generate_series($1::int, $2::int) n
    `,
    [from, to, all, BENCH_FROM],
  );
}
