import type { Queryable } from '../../client.ts';
import { type Staging, withinScope } from './staging.ts';

/**
 * Orders that no network reports although our own evidence shows who brought them: the visitor's last click in the window
 * before the order, else the order's code. Without either nothing is said of an order.
 */
export async function stageUncreditedOrders(db: Queryable, staging: Staging): Promise<void> {
  const { saleClickWindowDays, saleReportDays } = staging.policy;
  await db.query(
    `
    with uncredited as materialized (
      select l.order_id, min(l.ordered_at) as ordered_at, min(l.visitor_id) as visitor_id, min(upper(btrim(l.code))) as code
        from order_line l
        ${withinScope(staging, 'l.order_id')}
       where l.ordered_at <= $1::timestamptz - make_interval(hours => 24 * $3) and (l.visitor_id is not null or l.code is not null)
         and not exists (select from conversion c where c.order_id = l.order_id and c.converted_at <= $1)
       group by l.order_id
    ),
    clicked as (
      select distinct on (o.order_id) o.order_id, k.partner_id, k.click_id
        from uncredited o
        join click k on k.visitor_id = o.visitor_id and k.clicked_at <= o.ordered_at
                    and k.clicked_at >= o.ordered_at - make_interval(hours => 24 * $2)
       order by o.order_id, k.clicked_at desc, k.partner_id, k.click_id
    ),
    coded as (
      select distinct on (o.order_id) o.order_id, k.owner_partner_id as partner_id, k.code
        from uncredited o
        join code k on upper(btrim(k.code)) = o.code
       where k.owner_partner_id is not null
       order by o.order_id, k.code
    )
    insert into staged_exception (kind, order_id, partner_id, detail)
    select 'order_uncredited', order_id, coalesce(clicked.partner_id, coded.partner_id), coalesce(clicked.click_id, coded.code)
      from clicked full join coded using (order_id)
    `,
    [staging.asOf, saleClickWindowDays, saleReportDays],
  );
}
