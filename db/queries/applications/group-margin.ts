import { z } from 'zod';
import type { OrderMargin } from '../../../src/domain/economics/break-even.ts';
import type { Queryable } from '../../client.ts';
import { MARGIN_ORDERS, MARGIN_SUMS } from '../answers/margin-sql.ts';

const Row = z.object({
  orders: z.int(),
  net_micros: z.bigint(),
  goods_micros: z.bigint(),
  fulfilment_micros: z.bigint(),
  usual_bps: z.int().nullable(),
});

export interface GroupMargin extends OrderMargin {
  /** Orders whose every line has known costs; the sums are over these alone. */
  readonly orders: number;
  /** The median rate that its active partners have now; null when none is on file. */
  readonly usualBps: number | null;
}

/** What the orders credited to the active partners of one type brought in the window before `asOf`, in one currency, each order once. */
export async function groupMargin(
  db: Queryable,
  {
    group,
    currency,
    asOf,
    windowDays,
  }: {
    readonly group: string;
    readonly currency: string;
    readonly asOf: Date;
    readonly windowDays: number;
  },
): Promise<GroupMargin> {
  const { rows } = await db.query(
    `
    with comparable as materialized (
      select partner_id from partner where type = $1 and status = 'active'
    ), credited as (
      select distinct c.order_id
        from conversion c
        join comparable using (partner_id)
       where c.order_id is not null
         and c.converted_at > $3::timestamptz - make_interval(days => $4) and c.converted_at <= $3
    ), ${MARGIN_ORDERS}
    select ${MARGIN_SUMS},
           (select percentile_disc(0.5) within group (order by r.rate_bps)
              from rate r
              join comparable using (partner_id)
             where r.sku_group = '' and r.starts_at <= $3 and (r.ends_at is null or r.ends_at > $3)) as usual_bps
      from orders
    `,
    [group, currency, asOf, windowDays],
  );
  const row = Row.parse(rows[0]);
  return {
    orders: row.orders,
    netMicros: row.net_micros,
    goodsMicros: row.goods_micros,
    fulfilmentMicros: row.fulfilment_micros,
    usualBps: row.usual_bps,
  };
}
