import { useCallback, useMemo } from 'react';
import { usePerson } from '../api/use-person.ts';
import { useQueue } from '../api/use-queue.ts';
import { useStatus } from '../api/use-status.ts';
import { useMadeDecisions } from './decisions-provider.tsx';
import { type Failure, isUnderWay, waitsForSecond } from './made-decision.ts';
import { useCurrent } from './use-current.ts';
import { useLoadAhead } from './use-load-ahead.ts';
import { useLost } from './use-lost.ts';
import { useSelection } from './use-selection.ts';

export type QueueState = ReturnType<typeof useQueueState>;

/** What waits, what is current, what is ticked, what was decided here and what failed. */
export function useQueueState() {
  const queue = useQueue();
  const { data: status } = useStatus();
  const decisions = useMadeDecisions();
  const selection = useSelection();
  const isFilling = useLoadAhead(queue);

  const { made } = decisions;
  const { data } = queue;
  const cards = useMemo(() => {
    const loaded = data?.pages.flatMap((page) => page.items) ?? [];
    const ids = new Set(loaded.map(({ id }) => id));
    const leaving = new Set(made.filter(isUnderWay).map(({ card }) => card.id));
    // What somebody else decided first stays to say so.
    const over = made.flatMap(({ failure, card }) => (failure?.isOver && !ids.has(card.id) ? [card] : []));
    return [...loaded.filter(({ id }) => !leaving.has(id)), ...over];
  }, [data, made]);
  const failures = useMemo(
    () =>
      new Map<string, Failure>(made.flatMap(({ card, failure }) => (failure ? [[card.id, failure]] : []))),
    [made],
  );
  const isDecidedHere = useCallback(
    (id: string) =>
      made.some((entry) => entry.card.id === id && entry.failure === null && !waitsForSecond(entry)),
    [made],
  );
  const place = useCurrent(cards, status?.waiting, isDecidedHere, isFilling);
  const stray = useLost(place.isStray ? place.current : null);
  const { current } = place;
  const failure = current === null ? undefined : failures.get(current.id);
  /** What became of the current card when it waits no longer, as a sentence; else null. */
  const lost = failure?.isOver ? failure.sentence : stray;
  return {
    queue,
    decisions,
    selection,
    failures: useMemo(
      () =>
        current && lost ? new Map([...failures, [current.id, { sentence: lost, isOver: true }]]) : failures,
      [failures, current, lost],
    ),
    ...place,
    lost,
    chosen: useMemo(
      () => place.order.filter(({ id }) => selection.selected.has(id)),
      [place.order, selection.selected],
    ),
    mayDecide: usePerson().mayDecide,
    waitingTotal: status?.waitingTotal ?? null,
  };
}
