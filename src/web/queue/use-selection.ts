import { useCallback, useMemo, useState } from 'react';
import type { QueueGroup } from './queue-groups.ts';

export interface Selection {
  readonly selected: ReadonlySet<string>;
  toggle(id: string): void;
  /** All of the group, or none when all are. */
  toggleGroup(group: QueueGroup): void;
  /** Exactly these from now on. */
  replace(ids: readonly string[]): void;
}

/** Which cards are ticked. */
export function useSelection(): Selection {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
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
  const replace = useCallback((ids: readonly string[]) => setSelected(new Set(ids)), []);
  return useMemo(
    () => ({ selected, toggle, toggleGroup, replace }),
    [selected, toggle, toggleGroup, replace],
  );
}
