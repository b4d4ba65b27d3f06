import type { ProposalView } from '../../../src/domain/proposals/proposal-view.ts';
import type { Queryable } from '../../client.ts';
import { proposalView, VIEW_SELECT } from './view-row.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * One proposal as it is shown, or `null` when the id is unknown or no id at all.
 *
 * @throws {Refusal} `proposal_changed` when somebody changed the row so that it can no longer be read.
 */
export async function findProposal(db: Queryable, proposalId: string): Promise<ProposalView | null> {
  if (!UUID.test(proposalId)) return null;
  const { rows } = await db.query(`${VIEW_SELECT} where p.proposal_id = $1`, [proposalId]);
  return rows[0] ? proposalView(rows[0]) : null;
}
