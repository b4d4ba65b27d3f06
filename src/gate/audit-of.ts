import type { AuditEntry } from '../domain/audit-entry.ts';
import type { Case } from './case.ts';

/** The audit row of a decision: enough to say later which text, by which engine and rules, from which document. */
export function auditOf(
  { stored, by, now }: Case,
  action: string,
  facts: Readonly<Record<string, unknown>> = {},
): AuditEntry {
  return {
    at: now,
    actor: by.name,
    action,
    subject: stored.proposalId,
    facts: {
      kind: stored.kind,
      shownHash: stored.shownHash,
      byKind: by.kind,
      proposedBy: stored.proposedBy,
      runId: stored.runId,
      madeBy: stored.madeBy,
      source: stored.source,
      ...facts,
    },
  };
}
