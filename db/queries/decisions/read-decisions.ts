import { z } from 'zod';
import { Edits } from '../../../src/domain/proposals/apply-edits.ts';
import type { Queryable } from '../../client.ts';

const DecisionRow = z.object({
  decided_by: z.string(),
  by_kind: z.enum(['token', 'session', 'policy', 'system']),
  decision: z.string(),
  shown_hash: z.string(),
  edits: Edits.nullable(),
  comment: z.string().nullable(),
  decided_at: z.date(),
});

export interface Decision {
  readonly by: string;
  readonly byKind: 'token' | 'session' | 'policy' | 'system';
  readonly decision: string;
  readonly shownHash: string;
  readonly edits: Edits | null;
  readonly comment: string | null;
  readonly at: Date;
}

/** Every decision about one proposal, oldest first. */
export async function readDecisions(db: Queryable, proposalId: string): Promise<Decision[]> {
  const { rows } = await db.query(
    `
    select decided_by, by_kind, decision, shown_hash, edits, comment, decided_at
      from decision
     where proposal_id = $1
     order by decision_id
    `,
    [proposalId],
  );
  return rows.map((row) => {
    const decision = DecisionRow.parse(row);
    return {
      by: decision.decided_by,
      byKind: decision.by_kind,
      decision: decision.decision,
      shownHash: decision.shown_hash,
      edits: decision.edits,
      comment: decision.comment,
      at: decision.decided_at,
    };
  });
}
