import type { ProposalStatus } from '../../../src/domain/proposals/status.ts';
import type { Queryable } from '../../client.ts';

/** Moves a decided proposal along its way, the moment of the decision kept; false when it was not where expected. */
export async function advanceProposal(
  db: Queryable,
  {
    proposalId,
    from,
    to,
  }: { readonly proposalId: string; readonly from: ProposalStatus; readonly to: ProposalStatus },
): Promise<boolean> {
  const { rowCount } = await db.query(
    'update proposal set status = $3 where proposal_id = $1 and status = $2',
    [proposalId, from, to],
  );
  return rowCount === 1;
}
