import { z } from 'zod';
import { Refusal } from '../errors.ts';

export const ProposalStatus = z.enum([
  'pending',
  'snoozed',
  'approved',
  'rejected',
  'expired',
  'superseded',
  'executed',
  'delivered',
  'unknown',
  'needs_person',
]);
export type ProposalStatus = z.infer<typeof ProposalStatus>;

/**
 * The whole life of a proposal. What is not listed cannot happen.
 *
 * `approved` waits out the undo window; `executed` has its effect in the outbox; `delivered` has a receipt;
 * `unknown` lost its answer on a system that cannot be asked; `needs_person` was refused by the other side or by the re-check.
 */
export const NEXT: Readonly<Record<ProposalStatus, readonly ProposalStatus[]>> = {
  pending: ['approved', 'rejected', 'expired', 'superseded', 'snoozed'],
  snoozed: ['pending', 'approved', 'rejected', 'expired', 'superseded'],
  approved: ['executed', 'pending', 'needs_person'],
  executed: ['delivered', 'unknown', 'needs_person'],
  unknown: ['delivered', 'needs_person'],
  needs_person: ['rejected', 'delivered', 'executed'],
  rejected: ['pending'],
  expired: [],
  superseded: [],
  delivered: [],
};

/** @throws {Refusal} `proposal_transition_forbidden` when `to` does not follow `from`. */
export function assertTransition(from: ProposalStatus, to: ProposalStatus): void {
  if (!NEXT[from].includes(to)) {
    throw new Refusal('proposal_transition_forbidden', `A proposal that is ${from} cannot become ${to}.`, {
      from,
      to,
    });
  }
}
