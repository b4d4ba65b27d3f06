import { z } from 'zod';
import type { OrderMargin } from '../../../src/domain/economics/break-even.ts';
import type { Queryable } from '../../client.ts';
import { MARGIN_ORDERS, MARGIN_SUMS } from './margin-sql.ts';

const Row = z.object({
  orders: z.int(),
  orders_without_costs: z.int(),
  net_micros: z.bigint(),
  goods_micros: z.bigint(),
  fulfilment_micros: z.bigint(),
});

export interface PartnerMargin extends OrderMargin {
  /** Orders whose every line has known costs; the sums are over these alone. */
  readonly orders: number;
  readonly ordersWithoutCosts: number;
}

/**
 * What the orders credited to one partner brought in the window before `asOf`, in one currency, each order once.
 *
 * An order with a line whose product has no known cost is left out whole.
 */
export async function orderMargin(
  db: Queryable,
  {
    partnerId,
    currency,
    asOf,
    windowDays,
  }: {
    readonly partnerId: string;
    readonly currency: string;
    readonly asOf: Date;
    readonly windowDays: number;
  },
): Promise<PartnerMargin> {
  const { rows } = await db.query(
    `
    with credited as (
      select distinct order_id
        from conversion
       where partner_id = $1 and order_id is not null
         and converted_at > $3::timestamptz - make_interval(days => $4) and converted_at <= $3
    ), ${MARGIN_ORDERS}
    select ${MARGIN_SUMS},
           count(*) filter (where not has_costs)::int as orders_without_costs
      from orders
    `,
    [partnerId, currency, asOf, windowDays],
  );
  const row = Row.parse(rows[0]);
  return {
    orders: row.orders,
    ordersWithoutCosts: row.orders_without_costs,
    netMicros: row.net_micros,
    goodsMicros: row.goods_micros,
    fulfilmentMicros: row.fulfilment_micros,
  };
}
