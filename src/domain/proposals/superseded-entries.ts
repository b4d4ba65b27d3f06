import type { AuditEntry } from '../audit-entry.ts';

/** The audit rows of proposals that events have overtaken. */
export function supersededEntries(
  superseded: readonly { readonly proposalId: string; readonly shownHash: string }[],
  { actor, at, why }: { readonly actor: string; readonly at: Date; readonly why: string },
): AuditEntry[] {
  return superseded.map(({ proposalId, shownHash }) => ({
    at,
    actor,
    action: 'proposal.superseded',
    subject: proposalId,
    facts: { shownHash, why },
  }));
}
