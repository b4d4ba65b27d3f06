import type { Queryable } from '../../client.ts';

/** Frees the conversions that a proposal had marked as held or clawed back. */
export async function releaseHolds(db: Queryable, proposalId: string): Promise<void> {
  await db.query('delete from commission_hold where proposal_id = $1', [proposalId]);
}
