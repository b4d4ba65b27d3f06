import type { Queryable } from '../../client.ts';

/** Where every staged share stands at the as-of, as `reckonLine` says, into `staged_line`: rows as they are kept. */
export async function stageLines(db: Queryable, asOf: Date): Promise<void> {
  await db.query('create temp table staged_line (like reconciliation_line) on commit drop');
  await db.query(
    `
    with taken as (
      select order_id, line_id,
             sum(quantity) filter (where matching = 'lifo' and kind = 'reversed') as in_window,
             sum(quantity) filter (where matching = 'lifo' and kind <> 'reversed') as late,
             sum(amount_micros) filter (where matching = 'lifo' and kind = 'reversed') as reversed,
             sum(amount_micros) filter (where matching = 'lifo' and kind = 'clawback') as clawback,
             sum(amount_micros) filter (where matching = 'lifo' and kind = 'leaked') as leaked,
             sum(amount_micros) filter (where matching = 'fifo' and kind = 'reversed') as fifo_reversed,
             sum(amount_micros) filter (where matching = 'fifo' and kind = 'clawback') as fifo_clawback,
             sum(amount_micros) filter (where matching = 'fifo' and kind = 'leaked') as fifo_leaked,
             -- A note without units is a decision's.
             bool_or(quantity = 0 and kind = 'clawback') filter (where matching = 'lifo') as is_denied_late
        from staged_note
       group by order_id, line_id
    ),
    summed as (
      select s.order_id, s.line_id, c.network, c.conversion_id, c.partner_id, c.currency, s.ordered_at, s.lock_at, s.quantity,
             coalesce(t.in_window, 0)::bigint as in_window, coalesce(t.late, 0)::bigint as late, s.earned_micros,
             case when c.is_declined then s.earned_micros else coalesce(t.reversed, 0) end::bigint as reversed,
             coalesce(t.clawback, 0)::bigint as clawback, coalesce(t.leaked, 0)::bigint as leaked,
             case when c.is_declined then s.earned_micros else coalesce(t.fifo_reversed, 0) end::bigint as fifo_reversed,
             coalesce(t.fifo_clawback, 0)::bigint as fifo_clawback, coalesce(t.fifo_leaked, 0)::bigint as fifo_leaked,
             case when c.is_declined then 'declined' when c.is_paid then 'paid' when s.lock_at <= $1 then 'locked'
                  else 'reserved' end as stands,
             coalesce(d.denied_at < s.lock_at, false) as is_denied, coalesce(t.is_denied_late, false) as is_denied_late
        from staged_share s
        join staged_commission c using (order_id)
        left join taken t using (order_id, line_id)
        left join staged_denial d using (order_id)
    )
    insert into staged_line
    select order_id, line_id, network, conversion_id, partner_id, currency, ordered_at, lock_at, quantity, in_window, late,
           earned_micros, reversed, clawback, leaked, fifo_reversed, fifo_clawback, fifo_leaked, stands,
           case when clawback > 0 then 'clawed_back' when leaked > 0 then 'leaked' when ${IS_REVERSED} then 'reversed'
                when stands = 'reserved' then 'pending' else stands end,
           case when clawback > 0 and is_denied_late then 'commission_denied'
                when clawback > 0 then 'returned_after_lock'
                when leaked > 0 then 'contract_forbids_clawback'
                when stands = 'declined' then 'declined_by_network'
                when is_denied then 'commission_denied'
                when ${IS_REVERSED} then 'returned_in_window'
                when reversed > 0 then 'partly_returned_in_window'
                when stands = 'paid' then 'paid_by_network'
                when stands = 'locked' then 'window_over'
                else 'window_open' end
      from summed
    `,
    [asOf],
  );
  await db.query('analyze staged_line');
}

const IS_REVERSED = `(stands = 'declined' or is_denied or (in_window > 0 and in_window = quantity))`;
