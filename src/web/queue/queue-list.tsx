import { useMemo } from 'react';
import { countText } from '../format/figure.ts';
import { moneyList } from '../format/money.ts';
import { Button } from '../ui/button.tsx';
import { CardChunk, type CardStates } from './card-chunk.tsx';
import type { QueueGroup } from './queue-groups.ts';

const CHUNK_LENGTH = 40;
/** Longer lists draw only what is near: shorter ones are drawn whole, which a browser's own search finds. */
const WHOLE_MAX = 600;

interface Props extends CardStates {
  readonly groups: readonly QueueGroup[];
  readonly onSelectGroup: (group: QueueGroup) => void;
}

/** The waiting cards, like beside like. */
export function QueueList({ groups, onSelectGroup, ...states }: Props) {
  const isWindowed = groups.reduce((sum, { items }) => sum + items.length, 0) > WHOLE_MAX;
  return groups.map((group) => (
    <Group
      key={group.kind}
      group={group}
      isWindowed={isWindowed}
      onSelect={() => onSelectGroup(group)}
      states={states}
    />
  ));
}

function Group({
  group,
  isWindowed,
  onSelect,
  states,
}: {
  group: QueueGroup;
  isWindowed: boolean;
  onSelect: () => void;
  states: CardStates;
}) {
  const { items } = group;
  const chunks = useMemo(
    () =>
      Array.from({ length: Math.ceil(items.length / CHUNK_LENGTH) }, (_, index) =>
        items.slice(index * CHUNK_LENGTH, (index + 1) * CHUNK_LENGTH),
      ),
    [items],
  );
  return (
    <section aria-label={group.name}>
      <div className="sticky top-0 z-10 flex min-h-9 items-center justify-between gap-3 border-b border-line bg-panel px-3 text-xs">
        <h2 className="min-w-0 truncate font-semibold">
          {group.name} <span className="font-normal text-quiet">· {countText(group.count)}</span>
        </h2>
        <span className="flex shrink-0 items-center gap-2">
          {group.atStake.length > 0 && (
            <span title="at stake" className="font-semibold tabular-nums">
              {moneyList(group.atStake)}
            </span>
          )}
          {states.mayDecide && (
            <Button look="bare" size="small" className="-mr-2 text-quiet" onClick={onSelect}>
              {items.every(({ id }) => states.selected.has(id)) ? 'Select none' : 'Select all'}
              <span className="sr-only"> of {group.name}</span>
            </Button>
          )}
        </span>
      </div>
      {chunks.map((cards, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a chunk is a place in the list, whatever cards are there
        <CardChunk key={index} cards={cards} isWindowed={isWindowed} {...states} />
      ))}
    </section>
  );
}
