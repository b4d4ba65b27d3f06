import type { StoredProposal } from '../../../src/domain/proposals/stored-proposal.ts';
import type { Queryable } from '../../client.ts';
import { STORED_COLUMNS, storedProposal } from './stored-row.ts';

/** One proposal, locked until the transaction ends, or `null` when the id is unknown. Waits for whoever holds it. */
export async function lockProposal(db: Queryable, proposalId: string): Promise<StoredProposal | null> {
  const { rows } = await db.query(
    `
    select ${STORED_COLUMNS}
      from proposal
     where proposal_id = $1
       for no key update
    `,
    [proposalId],
  );
  return rows[0] ? storedProposal(rows[0]) : null;
}
