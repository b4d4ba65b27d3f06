import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { BULK_DECISIONS_MAX } from '../../domain/http/bulk-decisions.ts';
import type { QueueCard } from '../api/queue-card.ts';
import { dropFromQueue, refreshInQueue } from '../api/take-in.ts';
import { type Decision, useDecide, useDecideMany, useUndo } from '../api/use-decide.ts';
import { failureOf, failureOfProblem, type MadeDecision } from './made-decision.ts';

type Result = Pick<MadeDecision, 'outcome' | 'failure'>;

/** Decisions remembered for showing; older ones are under Runs and on their own pages. */
const KEPT_MAX = 500;

/** Decides, remembers what was decided here, and takes it back. */
export function useDecisions() {
  const client = useQueryClient();
  const [made, setMade] = useState<readonly MadeDecision[]>([]);
  const { mutateAsync: decideOne } = useDecide();
  const { mutateAsync: decideMany } = useDecideMany();
  const { mutateAsync: undoOne } = useUndo();

  const remember = useCallback((entries: readonly MadeDecision[]) => {
    const ids = new Set(entries.map(({ card }) => card.id));
    setMade((before) => [...entries, ...before.filter(({ card }) => !ids.has(card.id))].slice(0, KEPT_MAX));
  }, []);
  const forget = useCallback((ids: readonly string[]) => {
    setMade((before) => before.filter(({ card }) => !ids.includes(card.id)));
  }, []);

  const ask = useCallback(
    async (cards: readonly QueueCard[], decision: Decision): Promise<ReadonlyMap<string, Result>> => {
      const all = (result: Result) => new Map(cards.map(({ id }) => [id, result]));
      try {
        const [only] = cards;
        if (only && cards.length === 1) {
          return all({ outcome: await decideOne({ proposal: only, ...decision }), failure: null });
        }
        const { items } = await decideMany(cards.map((proposal) => ({ proposal, ...decision })));
        return new Map(
          items.map((item) => [
            item.id,
            item.ok
              ? { outcome: item.outcome, failure: null }
              : { outcome: null, failure: failureOfProblem(item.problem) },
          ]),
        );
      } catch (error) {
        return all({ outcome: null, failure: failureOf(error) });
      }
    },
    [decideOne, decideMany],
  );

  const decide = useCallback(
    async (cards: readonly QueueCard[], decision: Decision): Promise<void> => {
      const stroke = Date.now();
      const entries = cards.map((card): MadeDecision => {
        return { card, verb: decision.decision, stroke, outcome: null, failure: null, undoFailure: null };
      });
      remember(entries);
      for (let from = 0; from < entries.length; from += BULK_DECISIONS_MAX) {
        const part = entries.slice(from, from + BULK_DECISIONS_MAX);
        const results = await ask(
          part.map(({ card }) => card),
          decision,
        );
        const answered = part.map((entry): MadeDecision => ({ ...entry, ...results.get(entry.card.id) }));
        const settled = settle(client, answered);
        remember(answered);
        await settled;
      }
    },
    [ask, remember, client],
  );

  const undo = useCallback(
    async (decisions: readonly MadeDecision[]): Promise<void> => {
      for (const decision of decisions) {
        try {
          await undoOne(decision.card.id);
          forget([decision.card.id]);
          await refreshInQueue(client, [decision.card.id]);
        } catch (error) {
          remember([{ ...decision, undoFailure: failureOf(error).sentence }]);
        }
      }
      await client.invalidateQueries({ queryKey: ['status'] });
    },
    [undoOne, forget, remember, client],
  );

  return useMemo(() => ({ made, decide, undo, forget }), [made, decide, undo, forget]);
}

/** The list as it is after decisions: what was decided leaves, what still waits is read again. */
async function settle(
  client: ReturnType<typeof useQueryClient>,
  answered: readonly MadeDecision[],
): Promise<void> {
  const waits = ({ outcome, failure }: MadeDecision): boolean =>
    failure === null ? outcome?.status === 'pending' : !failure.isOver;
  dropFromQueue(
    client,
    answered.filter((entry) => !waits(entry)).map(({ card }) => card.id),
  );
  await Promise.all([
    refreshInQueue(
      client,
      answered.filter(waits).map(({ card }) => card.id),
    ),
    client.invalidateQueries({ queryKey: ['status'] }),
  ]);
}
