import { createHash } from 'node:crypto';
import { Refusal } from '../errors.ts';
import { canonicalJson } from './canonical-json.ts';
import { Shown, shownHash } from './shown.ts';
import type { ProposalStatus } from './status.ts';

/**
 * A proposal as the table holds it. Its JSON parts are not trusted yet: between the moment it was shown and now
 * anybody with the right password may have changed the row.
 */
export interface StoredProposal {
  readonly proposalId: string;
  readonly kind: string;
  readonly status: ProposalStatus;
  readonly partnerId: string | null;
  readonly title: string;
  readonly summary: string;
  readonly effect: unknown;
  readonly evidence: unknown;
  readonly source: unknown;
  readonly moneyMicros: bigint | null;
  readonly currency: string | null;
  readonly approvalsNeeded: number;
  readonly proposedBy: string;
  readonly runId: string | null;
  readonly workflow: string;
  readonly madeBy: unknown;
  readonly shownHash: string;
  readonly originHash: string | null;
  readonly stranger: string | null;
  readonly dedupeKey: string;
  readonly supersedes: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly snoozedUntil: Date | null;
  readonly decidedAt: Date | null;
}

/** Where a proposal comes from: bound like what is shown, though no card spells it out. */
export type Origin = Pick<
  StoredProposal,
  'workflow' | 'runId' | 'partnerId' | 'dedupeKey' | 'supersedes' | 'stranger'
>;

/** sha256 (hex) of the origin. */
export function originHash({ workflow, runId, partnerId, dedupeKey, supersedes, stranger }: Origin): string {
  const text = canonicalJson({ workflow, runId, partnerId, dedupeKey, supersedes, stranger });
  return createHash('sha256').update(text).digest('hex');
}

/**
 * What the row shows now, when it is still exactly what was proposed.
 *
 * @throws {Refusal} `proposal_changed` when any field differs from what its hashes bind.
 */
export function shownOf(stored: StoredProposal): Shown {
  const { moneyMicros, currency } = stored;
  const money =
    moneyMicros === null || currency === null ? null : { micros: moneyMicros.toString(), currency };
  const parsed = Shown.safeParse({
    kind: stored.kind,
    title: stored.title,
    summary: stored.summary,
    effect: stored.effect,
    evidence: stored.evidence,
    source: stored.source,
    money,
    approvalsNeeded: stored.approvalsNeeded,
    proposedBy: stored.proposedBy,
    madeBy: stored.madeBy,
    createdAt: stored.createdAt.toISOString(),
    expiresAt: stored.expiresAt.toISOString(),
  });
  const isUnchanged =
    parsed.success &&
    shownHash(parsed.data) === stored.shownHash &&
    originHash(stored) === stored.originHash &&
    parsed.data.kind === parsed.data.effect.kind;
  if (!isUnchanged) throw changed(stored.proposalId);
  return parsed.data;
}

/** The refusal for a row that is no longer what was shown. */
export function changed(proposalId: string): Refusal {
  return new Refusal(
    'proposal_changed',
    'This proposal is no longer what you were shown; load it again and decide on what it says now.',
    { proposalId },
  );
}
