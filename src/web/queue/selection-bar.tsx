import type { QueueCard } from '../api/queue-card.ts';
import { moneyList } from '../format/money.ts';
import { Button } from '../ui/button.tsx';
import { queueGroups } from './queue-groups.ts';

interface Props {
  readonly chosen: readonly QueueCard[];
  readonly onApprove: () => void;
  readonly onClear: () => void;
}

/** What can be done with the ticked cards. It stands below the list, so that ticking moves no card. */
export function SelectionBar({ chosen, onApprove, onClear }: Props) {
  if (chosen.length === 0) return null;
  const twoPeople = chosen.filter(({ approvalsNeeded }) => approvalsNeeded === 2).length;
  return (
    <div className="flex items-center gap-2 border-t border-line bg-paper px-3 py-2">
      <p role="status" className="min-w-0 flex-1 text-xs text-quiet">
        {whatHappens(chosen)}
        {twoPeople > 0 && (
          <span className="text-waiting">
            {twoPeople === 1
              ? ' 1 needs two people and is asked for by name.'
              : ` ${twoPeople} need two people and are asked for one by one, by name.`}
          </span>
        )}
      </p>
      <Button look="bare" onClick={onClear}>
        Clear
      </Button>
      <Button look="primary" shortcut="A" onClick={onApprove}>
        Approve {chosen.length}
      </Button>
    </div>
  );
}

/** `Hold commission 3 (£812 + €40), write to partners 2.` */
function whatHappens(chosen: readonly QueueCard[]): string {
  const parts = queueGroups(chosen).map(({ name, count, atStake }) => {
    const money = atStake.length > 0 ? ` (${moneyList(atStake)})` : '';
    return `${name} ${count}${money}`;
  });
  return `${parts.join(', ')}.`;
}
