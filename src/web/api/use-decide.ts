import { useMutation } from '@tanstack/react-query';
import { bulkDecisionsAnswer } from '../../domain/http/bulk-decisions.ts';
import type { DecisionRequest } from '../../domain/http/decision-request.ts';
import { DecisionOutcome } from '../../domain/proposals/decision-outcome.ts';
import { request } from './request.ts';

const BulkAnswer = bulkDecisionsAnswer(DecisionOutcome);

export type Decision = Omit<DecisionRequest, 'shownHash'>;
/** A decision carries back exactly what was on screen. */
export interface Decided extends Decision {
  readonly proposal: { readonly id: string; readonly shownHash: string };
}

export function useDecide() {
  return useMutation({
    mutationFn: ({ proposal, ...decision }: Decided) =>
      request(`/api/proposals/${proposal.id}/decision`, DecisionOutcome, {
        body: { ...decision, shownHash: proposal.shownHash },
      }),
  });
}

/** At most `BULK_DECISIONS_MAX` at once. */
export function useDecideMany() {
  return useMutation({
    mutationFn: (decisions: readonly Decided[]) =>
      request('/api/proposals/decisions', BulkAnswer, {
        body: {
          decisions: decisions.map(({ proposal, ...decision }) => ({
            ...decision,
            id: proposal.id,
            shownHash: proposal.shownHash,
          })),
        },
      }),
  });
}

export function useUndo() {
  return useMutation({
    mutationFn: (id: string) => request(`/api/proposals/${id}/undo`, DecisionOutcome, { body: {} }),
  });
}
