import { EDITABLE } from '../../domain/proposals/effect.ts';
import type { QueueCard } from '../api/queue-card.ts';
import { usePerson } from '../api/use-person.ts';
import { dayAndTime } from '../format/time.ts';
import { Button } from '../ui/button.tsx';
import { useTimeZone } from '../ui/time-zone.ts';
import { ApproveWords } from './approve-words.tsx';
import { CommentBox } from './comment-box.tsx';

export interface DetailActions {
  onApprove(edits?: Record<string, string>): void;
  onAsk(verb: 'reject' | 'respond' | null): void;
  onRefuse(verb: 'reject' | 'respond', comment: string): void;
  onSnooze(): void;
  onEdit(editing: boolean): void;
  onBack(): void;
}

interface Props {
  readonly card: QueueCard;
  readonly asking: 'reject' | 'respond' | null;
  readonly isEditing: boolean;
  readonly actions: DetailActions;
}

/** The buttons of the open card, at the bottom where the thumb is, and what a decision binds to. */
export function DetailBar({ card, asking, isEditing, actions }: Props) {
  const zone = useTimeZone();
  const approvedByMe = hasApproved(card, usePerson().name);
  if (asking !== null) {
    return (
      <CommentBox
        verb={asking === 'reject' ? 'Reject' : 'Send back'}
        question={
          asking === 'reject'
            ? 'Why not? Optional; kept with the decision.'
            : 'What should be different? It is computed or written again with your comment.'
        }
        isRequired={asking === 'respond'}
        onSend={(comment) => actions.onRefuse(asking, comment)}
        onCancel={() => actions.onAsk(null)}
      />
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        look="primary"
        shortcut="a"
        className="min-w-0 max-md:basis-full"
        disabled={isEditing || approvedByMe}
        onClick={() => actions.onApprove()}
      >
        {approvedByMe ? 'Approved by you; another person has to as well' : <ApproveWords card={card} />}
      </Button>
      {canEdit(card) && (
        <Button shortcut="e" className={GROWS} disabled={isEditing} onClick={() => actions.onEdit(true)}>
          Edit
        </Button>
      )}
      <Button shortcut="r" className={GROWS} onClick={() => actions.onAsk('reject')}>
        Reject
      </Button>
      <Button shortcut="s" className={GROWS} onClick={actions.onSnooze}>
        Snooze
      </Button>
      <Button className={GROWS} onClick={() => actions.onAsk('respond')}>
        Send back
      </Button>
      <span className="ml-auto text-right text-xs text-quiet max-xl:hidden">
        binds to <span className="font-mono">{card.shownHash.slice(0, 8)}</span> · expires{' '}
        {dayAndTime(card.expiresAt, zone)}
      </span>
    </div>
  );
}

const GROWS = 'max-md:flex-1 max-md:px-1';

/** Words may be changed; what two people approve is approved as it stands. */
export function canEdit({ effect, approvalsNeeded }: QueueCard): boolean {
  const editable = EDITABLE[effect.kind];
  return approvalsNeeded === 1 && editable.includes('body');
}

/** Whether this person's approval is one of those that count. */
function hasApproved({ decisions, approvals }: QueueCard, name: string): boolean {
  if (approvals === 0) return false;
  const since = decisions.findLastIndex(({ decision }) => decision === 'undo');
  return decisions.slice(since + 1).some(({ by, decision }) => by === name && decision === 'approve');
}
