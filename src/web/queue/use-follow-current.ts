import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { QueueCard } from '../api/queue-card.ts';
import { proposalQuery } from '../api/use-proposal.ts';

/** Cards whose evidence is read before they are current. */
const AHEAD = 2;

/**
 * Keeps the current card in sight, the evidence of the next ones at hand, and the keyboard where the person is.
 *
 * @returns to be called before a stroke that changes the current card by keyboard: the focus then goes along.
 */
export function useFollowCurrent(current: QueueCard | null, order: readonly QueueCard[]): () => void {
  const client = useQueryClient();
  const takesFocus = useRef(false);
  const id = current?.id;

  useLayoutEffect(() => {
    if (id === undefined) return;
    const card = document.querySelector(`[data-proposal-id="${id}"]`);
    card?.scrollIntoView({ block: 'nearest' });
    if (!takesFocus.current) return;
    takesFocus.current = false;
    card?.querySelector<HTMLElement>('[data-card-face]')?.focus({ preventScroll: true });
  }, [id]);

  useEffect(() => (id === undefined ? undefined : keepInSight(id)), [id]);

  useEffect(() => {
    const index = order.findIndex((card) => card.id === id);
    for (const next of order.slice(index + 1, index + 1 + AHEAD))
      void client.prefetchQuery(proposalQuery(next.id));
  }, [id, order, client]);

  return () => {
    takesFocus.current = true;
  };
}

/** What opens below the list makes it shorter: a card that was seen is still seen then. @returns the way to stop. */
function keepInSight(id: string): (() => void) | undefined {
  const list = document.querySelector('[data-scrolls]');
  if (!list) return undefined;
  let heightPx = list.clientHeight;
  const observer = new ResizeObserver(() => {
    const card = document.querySelector(`[data-proposal-id="${id}"]`);
    if (card) {
      const topPx = card.getBoundingClientRect().top - list.getBoundingClientRect().top;
      if (topPx >= 0 && topPx < heightPx) card.scrollIntoView({ block: 'nearest' });
    }
    heightPx = list.clientHeight;
  });
  observer.observe(list);
  return () => observer.disconnect();
}
