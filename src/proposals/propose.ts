import type { Queryable } from '../../db/client.ts';
import { takeLock } from '../../db/queries/control/take-lock.ts';
import { insertProposal } from '../../db/queries/proposals/insert-proposal.ts';
import { sameWish } from '../../db/queries/proposals/same-wish.ts';
import type { RateTerms } from '../../db/queries/rates/rate-state.ts';
import { Refusal } from '../domain/errors.ts';
import { approvalsNeeded } from '../domain/proposals/approvals-needed.ts';
import type { GatePolicy } from '../domain/proposals/gate-policy.ts';
import { Shown, shownHash } from '../domain/proposals/shown.ts';
import { originHash } from '../domain/proposals/stored-proposal.ts';
import { assertDraftHolds, completeDraft } from './assert-draft-holds.ts';
import { atomically } from './atomically.ts';
import { earlierAnswer } from './earlier-answer.ts';
import { floodReason } from './flood-reason.ts';
import type { CompleteDraft, ProposalDraft } from './proposal-draft.ts';

export interface ProposeContext {
  /** `null` when no run stands behind it, as when a person asks in the chat. */
  readonly runId: string | null;
  readonly now: Date;
  readonly policy: GatePolicy;
  /** ISO 4217. */
  readonly programmeCurrency: string;
  /** A group's break-even that the run behind this worked out a moment ago; the gate works it out anew. */
  readonly groupBreakEven?: (group: string) => Promise<number | null>;
}

export interface ProposeOutcome {
  /** The proposal that now stands for the wish; `null` when it was dropped and none does. */
  readonly proposalId: string | null;
  readonly state: 'inserted' | 'unchanged' | 'superseded_previous' | 'dropped';
  /** Why it was dropped, one sentence. */
  readonly reason?: string;
}

const HOUR_MS = 3_600_000;

/**
 * Puts one wish into the queue, once: the only thing an agent can bring about.
 *
 * The same wish again changes nothing; a different one with the same dedupe key takes the place of its pending
 * predecessor. What was refused lately, floods the queue or no longer fits the figures is dropped with a reason.
 * Works under the agents' role: it selects, and inserts one proposal with its lines.
 *
 * @throws {Refusal} `input_invalid` when the draft contradicts itself.
 */
export async function propose(
  db: Queryable,
  draft: ProposalDraft,
  context: ProposeContext,
): Promise<ProposeOutcome> {
  const complete = completeDraft(draft);
  return atomically(db, async (transaction) => {
    await takeLock(transaction, 'propose');
    return insertOnce(transaction, complete, context);
  });
}

async function insertOnce(
  db: Queryable,
  draft: CompleteDraft,
  { runId, now, policy, programmeCurrency, groupBreakEven }: ProposeContext,
): Promise<ProposeOutcome> {
  const earlier = earlierAnswer(draft.effect, await sameWish(db, draft.dedupeKey), {
    now,
    rejectionMemoryDays: policy.rejectionMemoryDays,
  });
  if (earlier.state !== 'new') return earlier;

  const flood = await floodReason(db, { ...draft, runId, now }, policy.caps);
  if (flood !== null) return { proposalId: null, state: 'dropped', reason: flood };
  const stale = await whyStale(db, draft, {
    asOf: now,
    currency: programmeCurrency,
    policy: policy.economics,
    ...(groupBreakEven === undefined ? {} : { groupBreakEven }),
  });
  if (stale !== null) return { proposalId: null, state: 'dropped', reason: stale };

  const shown = shownBy(draft, { now, policy, programmeCurrency });
  const origin = {
    workflow: draft.workflow,
    runId,
    partnerId: draft.partnerId,
    dedupeKey: draft.dedupeKey,
    supersedes: earlier.supersedes ?? draft.answers,
    stranger: draft.stranger,
  };
  const proposalId = await insertProposal(db, {
    shown,
    shownHash: shownHash(shown),
    origin,
    originHash: originHash(origin),
    lines: draft.lines,
  });
  return { proposalId, state: earlier.supersedes === null ? 'inserted' : 'superseded_previous' };
}

/** What the card says; the approvals it needs and when it expires come from the policy, never from the draft. */
function shownBy(
  draft: CompleteDraft,
  { now, policy, programmeCurrency }: Omit<ProposeContext, 'runId'>,
): Shown {
  return Shown.parse({
    kind: draft.effect.kind,
    title: draft.title,
    summary: draft.summary,
    effect: draft.effect,
    evidence: draft.evidence,
    source: draft.source,
    money: draft.money,
    approvalsNeeded: approvalsNeeded(draft.effect.kind, draft.money, policy, programmeCurrency),
    proposedBy: draft.proposedBy,
    madeBy: draft.madeBy,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + policy.proposalLifetimeHours * HOUR_MS).toISOString(),
  });
}

async function whyStale(db: Queryable, draft: CompleteDraft, terms: RateTerms): Promise<string | null> {
  try {
    await assertDraftHolds(db, draft, terms);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.sentence;
    throw error;
  }
}
