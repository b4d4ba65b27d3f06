import type { Queryable } from '../../client.ts';

/**
 * Marks the conversions of a proposal as held, clawed back or corrected; gives how many were marked. One that is marked
 * already is left, and so not counted.
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
    insert into commission_hold (network, conversion_id, kind, partner_id, proposal_id, amount_micros, currency, held_at)
    select network, conversion_id, $3, $2, proposal_id, commission_micros, currency, $4
      from proposal_line
     where proposal_id = $1
        on conflict (network, conversion_id, kind) do nothing
    `,
    [proposalId, partnerId, kind, at],
  );
  return rowCount ?? 0;
}
