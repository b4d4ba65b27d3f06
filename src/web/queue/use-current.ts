import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { QueueCard } from '../api/queue-card.ts';
import { type QueueGroup, queueGroups, type WaitingOfKind } from './queue-groups.ts';

export interface Current {
  readonly groups: readonly QueueGroup[];
  /** Every card as it stands in the list. */
  readonly order: readonly QueueCard[];
  readonly current: QueueCard | null;
  /** The current card is no longer in the queue, and not by a decision made here. */
  readonly isStray: boolean;
  show(id: string): void;
  move(step: number): void;
}

/**
 * Which card is current. When one decided here leaves, the card that takes its place becomes current: the next one is
 * already there. When somebody else takes it away it stays until the person moves on, so that a key meant for it never
 * hits another. As long as the first pages come in and nobody chose, it is the card that tops the list.
 */
export function useCurrent(
  cards: readonly QueueCard[],
  totals: readonly WaitingOfKind[] | undefined,
  isDecidedHere: (id: string) => boolean,
  isFilling: boolean,
): Current {
  const [pinned, setPinned] = useState<QueueCard | null>(null);
  const lastIndex = useRef(0);
  const isChosen = useRef(false);
  const isStray = pinned !== null && !cards.some(({ id }) => id === pinned.id) && !isDecidedHere(pinned.id);
  const groups = useMemo(
    () => queueGroups(isStray && pinned ? [...cards, pinned] : cards, totals),
    [cards, totals, isStray, pinned],
  );
  const order = useMemo(() => groups.flatMap((group) => group.items), [groups]);
  const found = order.findIndex(({ id }) => id === pinned?.id);
  const index = found >= 0 ? found : Math.min(lastIndex.current, order.length - 1);
  const current = order[index] ?? null;

  useLayoutEffect(() => {
    lastIndex.current = Math.max(0, index);
    if (!isFilling) isChosen.current = true;
    setPinned(isChosen.current ? current : null);
  }, [index, current, isFilling]);

  const show = useCallback(
    (id: string) => {
      isChosen.current = true;
      setPinned(order.find((card) => card.id === id) ?? null);
    },
    [order],
  );
  const move = useCallback(
    (step: number) => {
      isChosen.current = true;
      const from = lastIndex.current;
      const to = Math.max(0, Math.min(order.length - 1, from + step));
      // What is no longer in the queue is left in whichever direction there is, and be it to none.
      setPinned((isStray && to === from ? (order[from - 1] ?? order[from + 1]) : order[to]) ?? null);
    },
    [order, isStray],
  );
  return useMemo(
    () => ({ groups, order, current, isStray, show, move }),
    [groups, order, current, isStray, show, move],
  );
}
