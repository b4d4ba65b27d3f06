import type { Queryable } from '../../client.ts';
import { stageDenialNotes } from './stage-denials.ts';

/**
 * What each placed return takes of its line's commission, once if unnamed returns belong to the last purchase and once
 * if to the first, into `staged_note`. As `noteAmounts`: the sum taken is rounded towards zero. From its denial on a
 * conversion has nothing left to take.
 */
export async function stageNotes(db: Queryable): Promise<void> {
  await db.query(`
    create temp table staged_note (
      matching text, order_id text, line_id text, refund_id text, refund_line_id text, quantity bigint, kind text,
      amount_micros bigint
    ) on commit drop
  `);
  await db.query(`
    with counted as (
      select assumed.matching, r.order_id, r.line_id, r.refund_id, r.refund_line_id, r.refunded_at, r.quantity,
             sum(r.quantity) over (
               partition by assumed.matching, r.order_id, r.line_id
               order by r.refunded_at, r.refund_id collate "C", length(r.refund_line_id), r.refund_line_id collate "C"
             ) as upto
        from staged_return r
        join (values ('lifo'), ('fifo')) as assumed(matching) on r.matching in ('named', assumed.matching)
    )
    insert into staged_note
    select n.matching, n.order_id, n.line_id, n.refund_id, n.refund_line_id, n.quantity,
           case when n.refunded_at < s.lock_at then 'reversed' when c.forbids_clawback then 'leaked' else 'clawback' end,
           case when c.is_declined or n.refunded_at >= d.denied_at then 0
                else div(s.earned_micros * n.upto, s.quantity) - div(s.earned_micros * (n.upto - n.quantity), s.quantity)
           end
      from counted n
      join staged_share s using (order_id, line_id)
      join staged_commission c using (order_id)
      left join staged_denial d using (order_id)
  `);
  await stageDenialNotes(db);
  await db.query('analyze staged_note');
}
