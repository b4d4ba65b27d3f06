import type { ProposalStatus } from '../../../src/domain/proposals/status.ts';
import type { Queryable } from '../../client.ts';

export interface StatusChange {
  readonly proposalId: string;
  readonly from: ProposalStatus;
  readonly to: ProposalStatus;
  /** Compared too: nobody changes what was shown between the check and this. */
  readonly shownHash: string;
  /** Null when the proposal is open again or still. */
  readonly decidedAt: Date | null;
  readonly snoozedUntil?: Date | null;
}

/** Compare and set: true when this very call moved the proposal on, false when it was no longer as expected. */
export async function setStatus(db: Queryable, change: StatusChange): Promise<boolean> {
  const { rowCount } = await db.query(
    `
    update proposal
       set status = $3, decided_at = $5, snoozed_until = $6
     where proposal_id = $1 and status = $2 and shown_hash = $4
    `,
    [
      change.proposalId,
      change.from,
      change.to,
      change.shownHash,
      change.decidedAt,
      change.snoozedUntil ?? null,
    ],
  );
  return rowCount === 1;
}
