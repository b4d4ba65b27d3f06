import { moneyList } from '../format/money.ts';
import { Button } from '../ui/button.tsx';
import { type CardActions, ProposalCard } from './proposal-card.tsx';
import type { QueueGroup } from './queue-groups.ts';

interface Props {
  readonly groups: readonly QueueGroup[];
  readonly currentId: string | null;
  readonly selected: ReadonlySet<string>;
  readonly rejectingId: string | null;
  readonly mayDecide: boolean;
  readonly actions: CardActions;
  readonly onSelectGroup: (group: QueueGroup) => void;
}

/** The waiting cards, like beside like; nothing is hidden behind a "show more" inside a group. */
export function QueueList({
  groups,
  currentId,
  selected,
  rejectingId,
  mayDecide,
  actions,
  onSelectGroup,
}: Props) {
  return groups.map((group) => (
    <section key={group.kind} aria-label={group.name}>
      <div className="sticky top-0 z-10 flex items-baseline justify-between gap-3 border-b border-line bg-paper px-3 py-1.5">
        <h2 className="text-xs font-semibold text-quiet">
          {group.name} · {group.items.length}
        </h2>
        <span className="flex items-baseline gap-2 text-xs text-quiet">
          {group.atStake.length > 0 && (
            <span className="font-semibold text-ink">{moneyList(group.atStake)} at stake</span>
          )}
          {mayDecide && (
            <Button look="bare" className="min-h-6 px-1.5 text-xs" onClick={() => onSelectGroup(group)}>
              {group.items.every(({ id }) => selected.has(id)) ? 'Select none' : 'Select all'}
            </Button>
          )}
        </span>
      </div>
      <ul>
        {group.items.map((proposal) => (
          <ProposalCard
            key={proposal.id}
            proposal={proposal}
            isCurrent={proposal.id === currentId}
            isSelected={selected.has(proposal.id)}
            isRejecting={proposal.id === rejectingId}
            mayDecide={mayDecide}
            actions={actions}
          />
        ))}
      </ul>
    </section>
  ));
}
