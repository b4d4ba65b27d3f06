/** What a line `p` holds on each account. */
export const STANDING_SQL = `(values
      ('earned', -p.earned_micros),
      ('reversed', case when p.stands = 'declined' then p.earned_micros else 0 end),
      ('reserved', case p.stands when 'declined' then 0 when 'reserved' then p.earned_micros else p.reversed_micros end),
      ('locked', case when p.stands = 'locked' then p.earned_micros - p.reversed_micros else 0 end),
      ('paid', case when p.stands = 'paid' then p.earned_micros - p.reversed_micros else 0 end)
    )`;

/**
 * What the ledger holds for a line: one row an account and amount. The programme's own side is `earned` (what was
 * promised), `reversed` and `leaked`; the partner's is `reserved`, `locked` and `paid`.
 *
 * A commission is promised once and stands in reserve; what returns take in the window leaves the reserve, note by
 * note; at the lock the rest moves on. So a note is booked once and is not touched when the line locks later.
 *
 * @param lines - a table shaped like `reconciliation_line`; ours, never a stranger's word.
 */
export const linePositionsSql = (lines: string): string => `
  select 'commission'::text as kind, p.network as of_a, p.conversion_id as of_b, p.order_id, p.line_id, p.partner_id, p.network,
         p.conversion_id, p.currency, p.ordered_at as happened_at, e.account, e.amount
    from ${lines} p
    cross join lateral ${STANDING_SQL} as e(account, amount)
   where e.amount <> 0
`;

/** The same for what credit notes and decisions took of lines; a clawback is booked when it was approved and delivered, not here. */
export const notePositionsSql = (notes: string, lines: string): string => `
  select case n.matching when 'decision' then 'denial' else 'credit-note' end as kind, n.refund_id as of_a, n.refund_line_id as of_b, n.order_id, n.line_id, p.partner_id, p.network,
         p.conversion_id, p.currency, n.refunded_at as happened_at, e.account, e.amount
    from ${notes} n
    join ${lines} p using (order_id, line_id)
    cross join lateral (values
      (case n.kind when 'reversed' then 'reserved' else 'leaked' end, -n.amount_micros),
      (case n.kind when 'reversed' then 'reversed' else 'earned' end, n.amount_micros)
    ) as e(account, amount)
   where n.kind in ('reversed', 'leaked') and n.amount_micros <> 0
`;
