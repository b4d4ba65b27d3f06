const AMOUNTS = {
  'commission.correct': {
    left: 'left_to_take(r.reversed, taken.corrected, r.clawback, taken.clawed_back)',
    fits: `r.earned = coalesce((taken.told #>> '{before,commission}')::bigint, c.commission_micros)`,
  },
  'commission.clawback': {
    left: 'left_to_take(r.clawback, taken.clawed_back, r.reversed, taken.corrected)',
    fits: `r.earned in (c.commission_micros, (taken.told #>> '{before,commission}')::bigint)`,
  },
} as const;

/**
 * What reconciliation now finds left to take of conversion `c`, after what other proposals took; null when it counted another
 * commission than the feed has, or had before our corrections.
 *
 * @param proposalId - SQL of the proposal that asks, whose own holds are not counted; ours, never a stranger's word.
 */
export const returnAmountSql = (kind: keyof typeof AMOUNTS, proposalId: string): string => `
  (select case when ${AMOUNTS[kind].fits} then ${AMOUNTS[kind].left} end
     from (
       select sum(earned_micros)::bigint as earned, sum(reversed_micros)::bigint as reversed, sum(clawback_micros)::bigint as clawback
         from reconciliation_line l
        where l.order_id = c.order_id and l.network = c.network and l.conversion_id = c.conversion_id
          and l.partner_id = c.partner_id and l.stands <> 'declined'
     ) r
    cross join lateral taken_of_conversion(c.network, c.conversion_id, ${proposalId}) taken)
`;
