/**
 * What reconciliation now finds to take of conversion `c` (null when it counted another commission than the feed has).
 *
 * @param column - of `reconciliation_line`; ours, never a stranger's word.
 */
export const returnAmountSql = (column: 'reversed_micros' | 'clawback_micros'): string => `
  (select case when sum(r.earned_micros) = c.commission_micros then sum(r.${column}) end
     from reconciliation_line r
    where r.order_id = c.order_id and r.network = c.network and r.conversion_id = c.conversion_id
      and r.partner_id = c.partner_id and r.stands <> 'declined')::bigint
`;
