import type { Queryable } from '../../client.ts';
import { type Staging, withinScope } from './staging.ts';

/** Marks what happens only after the as-of for the day when it does. */
export async function markLater(transaction: Queryable, staging: Staging): Promise<void> {
  const unnamed = staging.isScoped
    ? `join staged_mark on staged_mark.kind = 'customer' and staged_mark.key = r.customer_id`
    : '';
  await transaction.query(
    `
    insert into reconciliation_dirty (kind, key, due_at)
    select 'order', l.order_id, min(l.ordered_at)
      from order_line l ${withinScope(staging, 'l.order_id')} where l.ordered_at > $1 group by l.order_id
    union all
    select 'order', c.order_id, c.converted_at
      from conversion c ${withinScope(staging, 'c.order_id')} where c.order_id is not null and c.converted_at > $1
    union all
    select 'order', r.order_id, r.refunded_at
      from refund r ${withinScope(staging, 'r.order_id')} where r.order_id is not null and r.refunded_at > $1
    union all
    select 'customer', r.customer_id, r.refunded_at
      from refund r ${unnamed}
     where r.order_id is null and r.customer_id is not null and r.refunded_at > $1
    `,
    [staging.asOf],
  );
}
