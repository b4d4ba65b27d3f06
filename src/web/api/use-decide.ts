import { useMutation, useQueryClient } from '@tanstack/react-query';
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

/** Whatever came of a decision, the queue and the frame's figures are asked for again. */
function useRefresh() {
  const client = useQueryClient();
  return () => {
    for (const queryKey of [['queue'], ['status'], ['proposal']]) void client.invalidateQueries({ queryKey });
  };
}

export function useDecide() {
  return useMutation({
    mutationFn: ({ proposal, ...decision }: Decided) =>
      request(`/api/proposals/${proposal.id}/decision`, DecisionOutcome, {
        ...decision,
        shownHash: proposal.shownHash,
      }),
    onSettled: useRefresh(),
  });
}

export function useDecideMany() {
  return useMutation({
    mutationFn: (decisions: readonly Decided[]) =>
      request('/api/proposals/decisions', BulkAnswer, {
        decisions: decisions.map(({ proposal, ...decision }) => ({
          ...decision,
          id: proposal.id,
          shownHash: proposal.shownHash,
        })),
      }),
    onSettled: useRefresh(),
  });
}

export function useUndo() {
  return useMutation({
    mutationFn: (id: string) => request(`/api/proposals/${id}/undo`, DecisionOutcome, {}),
    onSettled: useRefresh(),
  });
}
