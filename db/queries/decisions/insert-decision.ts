import type { Principal } from '../../../src/domain/principal.ts';
import type { Edits } from '../../../src/domain/proposals/apply-edits.ts';
import type { DecisionView } from '../../../src/domain/proposals/proposal-view.ts';
import type { Queryable } from '../../client.ts';

export interface NewDecision {
  readonly proposalId: string;
  readonly by: Principal;
  readonly decision: DecisionView['decision'];
  readonly shownHash: string;
  readonly edits: Edits | null;
  readonly comment: string | null;
  readonly at: Date;
}

/** Records who decided what about exactly which text. */
export async function insertDecision(db: Queryable, decision: NewDecision): Promise<void> {
  const { proposalId, by, shownHash, edits, comment, at } = decision;
  await db.query(
    `
    insert into decision (proposal_id, decided_by, by_kind, decision, shown_hash, edits, comment, decided_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    `,
    [
      proposalId,
      by.name,
      by.kind,
      decision.decision,
      shownHash,
      edits === null ? null : JSON.stringify(edits),
      comment,
      at,
    ],
  );
}
