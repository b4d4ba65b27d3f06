import { Refusal } from '../domain/errors.ts';
import type { Case } from './case.ts';

const ENDING = ['approve', 'edit', 'reject', 'respond', 'expire', 'supersede'];

/**
 * Whether the proposal still waits for somebody.
 *
 * @throws {Refusal} `proposal_already_decided` with the winner's name in `decidedBy`; `proposal_expired`;
 *   `proposal_changed` when a newer version took its place.
 */
export function assertOpen({ stored, decisions, now }: Case): void {
  const { proposalId, status, expiresAt } = stored;
  const isOpen = status === 'pending' || status === 'snoozed';
  if (isOpen && expiresAt > now) return;
  if (isOpen || status === 'expired') {
    throw new Refusal('proposal_expired', `This proposal expired at ${expiresAt.toISOString()}.`, {
      proposalId,
    });
  }
  const last = decisions.findLast(({ decision }) => ENDING.includes(decision));
  if (last?.decision === 'supersede') {
    throw new Refusal('proposal_changed', 'A newer version has taken the place of this proposal.', {
      proposalId,
    });
  }
  const decidedBy = last?.by ?? 'somebody else';
  throw new Refusal('proposal_already_decided', `${decidedBy} has decided this already: it is ${status}.`, {
    proposalId,
    decidedBy,
    status,
  });
}
