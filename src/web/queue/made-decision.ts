import type { z } from 'zod';
import type { DecisionVerb } from '../../domain/http/decision-request.ts';
import type { DecisionOutcome } from '../../domain/proposals/decision-outcome.ts';
import type { QueueCard } from '../api/queue-card.ts';
import { ApiProblem } from '../api/request.ts';

/** Why a decision did not take. */
export interface Failure {
  /** For the person: who was first, what changed, what is right. */
  readonly sentence: string;
  /** It no longer waits for anybody: there is nothing left to decide. */
  readonly isOver: boolean;
}

/** A decision made on this page, and what came of it. */
export interface MadeDecision {
  readonly card: QueueCard;
  readonly verb: z.infer<typeof DecisionVerb>;
  /** Decisions of one stroke share it; undo takes them back together. */
  readonly stroke: number;
  /** Null while the answer is awaited. */
  readonly outcome: DecisionOutcome | null;
  readonly failure: Failure | null;
  /** Why it could not be taken back; it stands as it was decided. */
  readonly undoFailure: string | null;
}

/** Approved by one of the two people it needs: it stays in the queue for the other. */
export function waitsForSecond({ outcome, verb }: MadeDecision): boolean {
  return outcome?.status === 'pending' && (verb === 'approve' || verb === 'edit');
}

/** The answer is awaited; the card has left the list meanwhile. */
export function isUnderWay({ outcome, failure }: MadeDecision): boolean {
  return outcome === null && failure === null;
}

/** Until when it can be taken back, in milliseconds since 1970; 0 when it cannot. */
export function undoUntilMs({ outcome, undoFailure }: MadeDecision): number {
  if (undoFailure !== null || outcome === null || outcome.undoUntil === null) return 0;
  return Date.parse(outcome.undoUntil);
}

/** Whether an effect is on its way because of it. */
export function hasEffect(made: MadeDecision): boolean {
  return made.failure === null && (made.verb === 'approve' || made.verb === 'edit') && !waitsForSecond(made);
}

const OVER = [
  'proposal_already_decided',
  'proposal_expired',
  'proposal_unknown',
  'proposal_transition_forbidden',
];

/** What to tell when a decision was refused or did not arrive. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ApiProblem)) {
    return { sentence: error instanceof Error ? error.message : String(error), isOver: false };
  }
  return failureOfProblem(error.problem);
}

export function failureOfProblem({
  code,
  detail,
  decidedBy,
}: {
  readonly code: string;
  readonly detail: string;
  readonly decidedBy?: string | undefined;
}): Failure {
  const isOver = OVER.includes(code);
  return {
    sentence: isOver && decidedBy !== undefined ? `Decided by ${decidedBy} a moment ago.` : detail,
    isOver,
  };
}
