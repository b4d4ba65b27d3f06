import { useEffect, useState } from 'react';
import { moneyList } from '../format/money.ts';
import { partnerName } from '../format/partner-name.ts';
import { Button } from '../ui/button.tsx';
import { type MadeDecision, undoUntilMs } from './made-decision.ts';
import { queueGroups } from './queue-groups.ts';

/** The last stroke, while it can still be taken back. */
export function UndoBar({ stroke, onUndo }: { stroke: readonly MadeDecision[]; onUndo: () => void }) {
  const untilMs = Math.max(0, ...stroke.map(undoUntilMs));
  const [nowMs, setNowMs] = useState(() => Date.now());
  const secondsLeft = Math.ceil((untilMs - nowMs) / 1_000);

  useEffect(() => {
    if (untilMs === 0) return;
    const tick = () => setNowMs(Date.now());
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [untilMs]);

  if (secondsLeft <= 0) return null;
  return (
    <div className="arriving flex items-center gap-3 bg-ink px-3 py-1.5 text-paper">
      <span role="status" className="min-w-0 flex-1 truncate">
        {inWords(stroke)}
      </span>
      <span aria-hidden="true" className="text-xs whitespace-nowrap opacity-80">
        {secondsLeft} s
      </span>
      <Button
        look="bare"
        className="-mr-2 font-semibold underline underline-offset-4 hover:bg-transparent!"
        shortcut="z"
        onClick={onUndo}
      >
        Undo
      </Button>
    </div>
  );
}

const DONE: Readonly<Record<MadeDecision['verb'], string>> = {
  approve: 'Approved',
  edit: 'Approved with changes',
  reject: 'Rejected',
  respond: 'Sent back',
  snooze: 'Snoozed',
};

/** `Approved: Dealzone, £6,102`, `Approved 7, £18,240`. */
function inWords(stroke: readonly MadeDecision[]): string {
  const [first] = stroke;
  if (!first) return '';
  const money = moneyList(queueGroups(stroke.map(({ card }) => card)).flatMap(({ atStake }) => atStake));
  const what =
    stroke.length === 1
      ? `: ${partnerName(first.card.partner?.name ?? first.card.title)}`
      : ` ${stroke.length}`;
  return `${DONE[first.verb]}${what}${money === '' ? '' : `, ${money}`}`;
}
