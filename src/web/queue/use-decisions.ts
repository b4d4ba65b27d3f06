import { useCallback, useState } from 'react';
import type { z } from 'zod';
import type { DecisionVerb } from '../../domain/http/decision-request.ts';
import type { ProposalView } from '../../domain/proposals/proposal-view.ts';
import { ApiProblem } from '../api/request.ts';
import { type Decided, useDecide, useDecideMany, useUndo } from '../api/use-decide.ts';

/** A decision made on this page, and what came of it. */
export interface MadeDecision {
  readonly id: string;
  readonly title: string;
  readonly verb: z.infer<typeof DecisionVerb>;
  /** Null while the answer is awaited, and when it failed. */
  readonly undoUntil: string | null;
  /** Approved by one of the two people it needs: it stays in the queue for the other. */
  readonly waitsForSecond: boolean;
  /** A sentence when it failed: who was first, what changed. */
  readonly failure: string | null;
}

const KEPT_MAX = 12;

/** Decides, remembers what was decided here, and takes it back. */
export function useDecisions() {
  const [made, setMade] = useState<readonly MadeDecision[]>([]);
  const decideOne = useDecide();
  const decideMany = useDecideMany();
  const undoOne = useUndo();

  const remember = useCallback((entries: readonly MadeDecision[]) => {
    setMade((before) =>
      [...entries, ...before.filter(({ id }) => !entries.some((entry) => entry.id === id))].slice(
        0,
        KEPT_MAX,
      ),
    );
  }, []);

  const decide = useCallback(
    async (proposals: readonly ProposalView[], decision: Omit<Decided, 'proposal'>): Promise<void> => {
      const entry = (proposal: ProposalView): MadeDecision => ({
        id: proposal.id,
        title: proposal.title,
        verb: decision.decision,
        undoUntil: null,
        waitsForSecond: false,
        failure: null,
      });
      remember(proposals.map(entry));
      const [only] = proposals;
      try {
        if (only && proposals.length === 1) {
          const outcome = await decideOne.mutateAsync({ proposal: only, ...decision });
          remember([
            { ...entry(only), undoUntil: outcome.undoUntil, waitsForSecond: outcome.status === 'pending' },
          ]);
          return;
        }
        const { items } = await decideMany.mutateAsync(
          proposals.map((proposal) => ({ proposal, ...decision })),
        );
        remember(
          items.flatMap((item) => {
            const proposal = proposals.find(({ id }) => id === item.id);
            if (!proposal) return [];
            return item.ok
              ? [
                  {
                    ...entry(proposal),
                    undoUntil: item.outcome.undoUntil,
                    waitsForSecond: item.outcome.status === 'pending',
                  },
                ]
              : [{ ...entry(proposal), failure: item.problem.detail }];
          }),
        );
      } catch (error) {
        remember(proposals.map((proposal) => ({ ...entry(proposal), failure: sentenceOf(error) })));
      }
    },
    [decideOne, decideMany, remember],
  );

  const undo = useCallback(
    async (decision: MadeDecision): Promise<void> => {
      try {
        await undoOne.mutateAsync(decision.id);
        setMade((before) => before.filter(({ id }) => id !== decision.id));
      } catch (error) {
        remember([{ ...decision, undoUntil: null, failure: sentenceOf(error) }]);
      }
    },
    [undoOne, remember],
  );

  return { made, decide, undo };
}

function sentenceOf(error: unknown): string {
  if (error instanceof ApiProblem && error.problem.decidedBy !== undefined) {
    return `Decided by ${error.problem.decidedBy} a moment ago.`;
  }
  return error instanceof Error ? error.message : String(error);
}
