import type { DecisionRequest } from '../../domain/http/decision-request.ts';
import type { DecisionInput } from '../../gate/decision-input.ts';

/** A decision as the gate takes it: what was not sent is absent. */
export function decisionInput(proposalId: string, request: DecisionRequest): DecisionInput {
  const { decision, shownHash, edits, comment, snoozedUntil } = request;
  return {
    proposalId,
    decision,
    shownHash,
    ...(edits === undefined ? {} : { edits }),
    ...(comment === undefined ? {} : { comment }),
    ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
  };
}
