import { samePerson } from '../principal.ts';

/** What of a decision the count reads. */
export interface PastDecision {
  readonly by: string;
  readonly decision: string;
  readonly shownHash: string;
}

/**
 * Who has validly approved what is shown, each person once.
 *
 * An undo withdraws everything before it; an approval of another text, or by the proposer, never counts.
 *
 * @param decisions - oldest first.
 */
export function countedApprovals(
  decisions: readonly PastDecision[],
  shownHash: string,
  proposedBy: string,
): string[] {
  const lastUndo = decisions.findLastIndex(({ decision }) => decision === 'undo');
  const names: string[] = [];
  for (const { by, decision, shownHash: approvedHash } of decisions.slice(lastUndo + 1)) {
    if (decision !== 'approve' && decision !== 'edit') continue;
    if (approvedHash !== shownHash || samePerson(by, proposedBy)) continue;
    if (!names.some((name) => samePerson(name, by))) names.push(by);
  }
  return names;
}
