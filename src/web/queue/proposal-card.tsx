import { memo } from 'react';
import type { ProposalView } from '../../domain/proposals/proposal-view.ts';
import { approveLabel } from '../format/approve-label.ts';
import { moneyShort } from '../format/money.ts';
import { Button } from '../ui/button.tsx';
import { Moment } from '../ui/moment.tsx';
import { Tag } from '../ui/tag.tsx';
import { RejectBox } from './reject-box.tsx';

export interface CardActions {
  onShow(id: string): void;
  onEvidence(id: string): void;
  onSelect(id: string): void;
  onApprove(id: string): void;
  onAskReject(id: string | null): void;
  onReject(id: string, comment: string): void;
}

interface Props {
  readonly proposal: ProposalView;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly isRejecting: boolean;
  readonly mayDecide: boolean;
  readonly actions: CardActions;
}

/** One card of the list: who, what, how much; its buttons show when it is pointed at, focused or current. */
export const ProposalCard = memo(function ProposalCard({
  proposal,
  isCurrent,
  isSelected,
  isRejecting,
  mayDecide,
  actions,
}: Props) {
  const { id, partner, money } = proposal;
  return (
    <li
      data-proposal-id={id}
      aria-current={isCurrent ? 'true' : undefined}
      className={`group relative border-b border-line px-3 py-2 ${isCurrent ? 'bg-hover shadow-[inset_2px_0_0_var(--color-accent)]' : 'hover:bg-panel'}`}
    >
      <div className="flex items-start gap-3">
        <input
          type="checkbox"
          aria-label={`Select ${proposal.title}`}
          checked={isSelected}
          disabled={!mayDecide}
          onChange={() => actions.onSelect(id)}
          className="mt-1 size-4 accent-accent"
        />
        <button type="button" onClick={() => actions.onShow(id)} className="min-w-0 flex-1 text-left">
          <span className="flex items-baseline justify-between gap-3">
            <span className="truncate font-medium" dir="auto">
              {partner?.name ?? proposal.title}
            </span>
            {money !== null && <span className="shrink-0 font-semibold">{moneyShort(money)}</span>}
          </span>
          <span className="mt-0.5 flex items-baseline justify-between gap-3 text-xs text-quiet">
            <span className="truncate">
              {partner === null ? proposal.kind : `${partner.type} · ${partner.network}`}
            </span>
            <span className="shrink-0">
              expires <Moment iso={proposal.expiresAt} />
            </span>
          </span>
        </button>
      </div>
      <div className="mt-1.5 flex flex-wrap items-center gap-2 pl-7">
        {proposal.approvalsNeeded === 2 && (
          <Tag tone="waiting">{proposal.approvals === 1 ? 'one of two approved' : 'needs two people'}</Tag>
        )}
        <div
          className={`flex flex-wrap gap-2 ${isCurrent || isRejecting ? '' : 'sr-only group-focus-within:not-sr-only group-hover:not-sr-only'}`}
        >
          {mayDecide && (
            <>
              <Button look={isCurrent ? 'primary' : 'quiet'} onClick={() => actions.onApprove(id)}>
                {approveLabel(proposal)}
              </Button>
              {!isRejecting && <Button onClick={() => actions.onAskReject(id)}>Reject</Button>}
            </>
          )}
          <Button look="bare" onClick={() => actions.onEvidence(id)}>
            Evidence
          </Button>
        </div>
      </div>
      {isRejecting && (
        <div className="pl-7">
          <RejectBox
            onReject={(comment) => actions.onReject(id, comment)}
            onCancel={() => actions.onAskReject(null)}
          />
        </div>
      )}
    </li>
  );
});
