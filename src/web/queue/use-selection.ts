import { useCallback, useMemo, useRef, useState } from 'react';
import type { ProposalView } from '../../domain/proposals/proposal-view.ts';
import type { QueueGroup } from './queue-groups.ts';

/**
 * Which card is current and which are ticked. When the current one leaves, the card that takes its place becomes
 * current, so that the next one is already there.
 */
export function useSelection(order: readonly ProposalView[]) {
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const lastIndex = useRef(0);

  const found = order.findIndex(({ id }) => id === currentId);
  const index = found >= 0 ? found : Math.min(lastIndex.current, order.length - 1);
  if (index >= 0) lastIndex.current = index;
  const current = order[index] ?? null;

  const move = useCallback(
    (step: number) => {
      const next = order[Math.max(0, Math.min(order.length - 1, lastIndex.current + step))];
      if (next) setCurrentId(next.id);
    },
    [order],
  );
  const toggle = useCallback((id: string) => {
    setSelected((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  const toggleGroup = useCallback((group: QueueGroup) => {
    setSelected((before) => {
      const ids = group.items.map(({ id }) => id);
      const after = new Set(before);
      const isFull = ids.every((id) => after.has(id));
      for (const id of ids) {
        if (isFull) after.delete(id);
        else after.add(id);
      }
      return after;
    });
  }, []);
  const clear = useCallback(() => setSelected(new Set()), []);

  return useMemo(
    () => ({ current, move, show: setCurrentId, selected, toggle, toggleGroup, clear }),
    [current, move, selected, toggle, toggleGroup, clear],
  );
}
