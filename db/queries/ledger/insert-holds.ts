import type { Queryable } from '../../client.ts';

/**
 * Marks the conversions of a proposal as held, clawed back or corrected; gives how many were marked. One that is marked
 * already is left, and so not counted; but parts of a commission, as reconciliation finds them, are marked beside one another.
 */
export async function insertHolds(
  db: Queryable,
  {
    proposalId,
    partnerId,
    kind,
    at,
  }: {
    readonly proposalId: string;
    readonly partnerId: string;
    readonly kind: 'hold' | 'clawback' | 'correct';
    readonly at: Date;
  },
): Promise<number> {
  const { rowCount } = await db.query(
    `
    insert into commission_hold (network, conversion_id, kind, partner_id, proposal_id, amount_micros, currency, held_at, is_part)
    select l.network, l.conversion_id, $3, $2, proposal_id, l.commission_micros, l.currency, $4,
           $3 = 'correct' or coalesce(p.effect ->> 'basis' = 'returns', false)
      from proposal_line l
      join proposal p using (proposal_id)
     where proposal_id = $1
        on conflict do nothing
    `,
    [proposalId, partnerId, kind, at],
  );
  return rowCount ?? 0;
}
