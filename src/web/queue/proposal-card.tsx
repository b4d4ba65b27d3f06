import { memo } from 'react';
import type { QueueCard } from '../api/queue-card.ts';
import { kindWords } from '../format/kind.ts';
import { moneyExact, moneyShort } from '../format/money.ts';
import { words } from '../format/words.ts';
import { Button } from '../ui/button.tsx';
import { Moment } from '../ui/moment.tsx';
import { PartnerLabel } from '../ui/partner-label.tsx';
import { Tag } from '../ui/tag.tsx';
import { ApproveWords } from './approve-words.tsx';
import { CommentBox } from './comment-box.tsx';
import type { Failure } from './made-decision.ts';

export interface CardActions {
  onShow(id: string): void;
  onEvidence(id: string): void;
  onSelect(id: string): void;
  onApprove(id: string): void;
  onAskReject(id: string | null): void;
  onReject(id: string, comment: string): void;
  onDismiss(id: string): void;
}

interface Props {
  readonly card: QueueCard;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly isRejecting: boolean;
  /** Why it could not be decided, or who decided it first. */
  readonly failure: Failure | null;
  readonly mayDecide: boolean;
  readonly actions: CardActions;
}

/**
 * One card of the list: who and how much. Its buttons lie over its second line and show when it is pointed at, focused
 * or current, so that nothing jumps; on a touch screen they stand below.
 */
export const ProposalCard = memo(function ProposalCard(props: Props) {
  const { card, isCurrent, isSelected, isRejecting, failure, mayDecide, actions } = props;
  const isOver = failure?.isOver ?? false;
  return (
    <li
      data-proposal-id={card.id}
      aria-current={isCurrent ? 'true' : undefined}
      className={`group/card relative scroll-mt-9 border-b border-line px-3 py-2 has-[[data-card-face]:focus-visible]:outline-2 has-[[data-card-face]:focus-visible]:-outline-offset-2 has-[[data-card-face]:focus-visible]:outline-accent ${isCurrent ? 'bg-chosen shadow-[inset_3px_0_0_var(--color-accent)]' : 'hover:bg-hover focus-within:bg-hover'}`}
    >
      <div className={`flex gap-3 ${isOver ? 'opacity-60' : ''}`}>
        {/* The target is larger than the box. */}
        <label className="-m-2 flex p-2 pt-2.5 touch:-m-3 touch:p-3">
          <input
            type="checkbox"
            aria-label={`Select ${kindWords(card.kind).group}: ${card.partner?.name ?? card.title}`}
            checked={isSelected}
            disabled={!mayDecide || isOver}
            onChange={() => actions.onSelect(card.id)}
            className="size-4 accent-accent"
          />
        </label>
        <button
          type="button"
          data-card-face
          onClick={() => actions.onShow(card.id)}
          className="min-w-0 flex-1 text-left outline-none"
        >
          <CardFace card={card} />
        </button>
      </div>
      {failure !== null && (
        <p role="alert" className="mt-2 flex items-start gap-2 pl-7 text-xs text-lost">
          <span className="flex-1 py-1">⚠ {failure.sentence}</span>
          <Button size="small" look="bare" className="text-ink" onClick={() => actions.onDismiss(card.id)}>
            Dismiss
          </Button>
        </p>
      )}
      {isRejecting && (
        <div className="mt-2 pl-7">
          <CommentBox
            verb="Reject"
            question="Why not? Optional; kept with the decision."
            onSend={(comment) => actions.onReject(card.id, comment)}
            onCancel={() => actions.onAskReject(null)}
          />
        </div>
      )}
      {!isOver && !isRejecting && (
        <div
          className={`pointer-events-none absolute top-7.5 right-0.5 flex max-w-full items-center justify-end gap-1 pr-1.5 pl-9 group-hover/card:opacity-100 group-focus-within/card:opacity-100 touch:pointer-events-auto touch:static touch:mt-2 touch:justify-start touch:bg-none touch:pl-7 touch:opacity-100 ${isCurrent ? 'bg-linear-to-r from-transparent to-chosen to-10%' : 'bg-linear-to-r from-transparent to-hover to-10% opacity-0'}`}
        >
          <CardButtons card={card} mayDecide={mayDecide} actions={actions} />
        </div>
      )}
    </li>
  );
});

function CardFace({
  card: { partner, money, title, workflow, expiresAt, approvalsNeeded, approvals },
}: {
  card: QueueCard;
}) {
  return (
    <>
      <span className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate font-medium">
          {partner === null ? title : <PartnerLabel name={partner.name} />}
        </span>
        {money !== null && (
          <span className="shrink-0 font-semibold tabular-nums" title={moneyExact(money)}>
            {moneyShort(money)}
          </span>
        )}
      </span>
      <span className="mt-1 flex items-center justify-between gap-3 text-xs text-quiet">
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate">
            {partner === null
              ? ''
              : workflow === 'inbox'
                ? title
                : `${words(partner.type)} · ${partner.network}`}
          </span>
          {approvalsNeeded === 2 && (
            <Tag tone="waiting" title="It happens when two different people approve">
              {approvals} of 2 people
            </Tag>
          )}
        </span>
        <span className="shrink-0" title="expires">
          <Moment iso={expiresAt} />
        </span>
      </span>
    </>
  );
}

function CardButtons({ card, mayDecide, actions }: Pick<Props, 'card' | 'mayDecide' | 'actions'>) {
  return (
    <>
      {mayDecide && (
        <>
          <Button
            size="small"
            className="pointer-events-auto min-w-0"
            onClick={() => actions.onApprove(card.id)}
          >
            <ApproveWords card={card} isShort />
          </Button>
          <Button size="small" className="pointer-events-auto" onClick={() => actions.onAskReject(card.id)}>
            Reject
          </Button>
        </>
      )}
      <Button size="small" className="pointer-events-auto" onClick={() => actions.onEvidence(card.id)}>
        Evidence
      </Button>
    </>
  );
}
