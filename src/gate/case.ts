import type { Queryable } from '../../db/client.ts';
import { type Decision, readDecisions } from '../../db/queries/decisions/read-decisions.ts';
import { lockProposal } from '../../db/queries/proposals/lock-proposal.ts';
import { Refusal } from '../domain/errors.ts';
import type { Principal } from '../domain/principal.ts';
import type { GatePolicy } from '../domain/proposals/gate-policy.ts';
import type { StoredProposal } from '../domain/proposals/stored-proposal.ts';

/** When a decision is taken, and under which policy. */
export interface GateContext {
  readonly now: Date;
  readonly policy: GatePolicy;
  /** Whether letters leave by a mail server; otherwise the sandbox takes them, labelled simulated. */
  readonly smtp?: boolean;
  /** Networks that corrections really go to; all others are simulated. */
  readonly networks?: readonly string[];
}

/** One proposal, locked for the length of a transaction, with everything decided about it so far. */
export interface Case extends GateContext {
  readonly db: Queryable;
  readonly stored: StoredProposal;
  /** Oldest first. */
  readonly decisions: readonly Decision[];
  readonly by: Principal;
}

/**
 * Locks a proposal: whoever comes second waits, and then sees what the first one did.
 *
 * @throws {Refusal} `proposal_unknown`.
 */
export async function openCase(
  db: Queryable,
  proposalId: string,
  by: Principal,
  context: GateContext,
): Promise<Case> {
  const stored = await lockProposal(db, proposalId);
  if (stored === null) {
    throw new Refusal('proposal_unknown', `There is no proposal ${proposalId}.`, { proposalId });
  }
  return { db, stored, decisions: await readDecisions(db, proposalId), by, ...context };
}
