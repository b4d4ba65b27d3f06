import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ProposalView } from '../../domain/proposals/proposal-view.ts';
import { useQueue } from '../api/use-queue.ts';
import { useStatus } from '../api/use-status.ts';
import { Button } from '../ui/button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { DecidedList } from './decided-list.tsx';
import { EmptyQueue } from './empty-queue.tsx';
import { KeysHelp } from './keys-help.tsx';
import type { CardActions } from './proposal-card.tsx';
import { ProposalDetail } from './proposal-detail.tsx';
import { queueGroups } from './queue-groups.ts';
import { QueueList } from './queue-list.tsx';
import { TwoPersonDialog } from './two-person-dialog.tsx';
import { UndoBar } from './undo-bar.tsx';
import { useDecisions } from './use-decisions.ts';
import { useMoreOnScroll } from './use-more-on-scroll.ts';
import { useQueueKeys } from './use-queue-keys.ts';
import { useSelection } from './use-selection.ts';

/** The manager's morning: list left, evidence right, everything by key. */
export function QueuePage() {
  const queue = useQueue(null);
  const { data: status } = useStatus();
  const mayDecide = status !== undefined && status.person.role !== 'viewer';
  const { made, decide, undo } = useDecisions();
  const [rejectingId, setRejectingId] = useState<string | null>(null);
  const [isEditing, setEditing] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const [confirming, setConfirming] = useState<ProposalView | null>(null);
  const [helping, setHelping] = useState(false);

  const leaving = useMemo(
    () =>
      new Set(made.filter((entry) => entry.failure === null && !entry.waitsForSecond).map(({ id }) => id)),
    [made],
  );
  const groups = useMemo(
    () =>
      queueGroups(
        (queue.data?.pages.flatMap((page) => page.items) ?? []).filter(({ id }) => !leaving.has(id)),
      ),
    [queue.data, leaving],
  );
  const order = useMemo(() => groups.flatMap((group) => group.items), [groups]);
  const { current, move, show, selected, toggle, toggleGroup, clear } = useSelection(order);
  const chosen = order.filter(({ id }) => selected.has(id));
  const more = useMoreOnScroll(queue.hasNextPage, queue.isFetching, queue.fetchNextPage);

  useEffect(() => {
    if (current)
      document.querySelector(`[data-proposal-id="${current.id}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const approve = useCallback(
    (proposal: ProposalView, edits?: Record<string, string>) => {
      setEditing(false);
      if (proposal.approvalsNeeded === 2 && edits === undefined) return setConfirming(proposal);
      setOpen(false);
      void decide([proposal], edits === undefined ? { decision: 'approve' } : { decision: 'edit', edits });
    },
    [decide],
  );
  const reject = useCallback(
    (id: string, comment: string) => {
      const proposal = order.find((item) => item.id === id);
      setRejectingId(null);
      setOpen(false);
      if (proposal) void decide([proposal], { decision: 'reject', ...(comment === '' ? {} : { comment }) });
    },
    [decide, order],
  );
  const approveChosen = () => {
    const single = chosen.filter((proposal) => proposal.approvalsNeeded === 1);
    clear();
    if (single.length > 0) void decide(single, { decision: 'approve' });
  };
  const snooze = () => {
    setOpen(false);
    if (current) void decide([current], { decision: 'snooze' });
  };
  const openEvidence = useCallback(
    (id: string) => {
      show(id);
      setOpen(true);
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-evidence="${id}"]`)?.focus());
    },
    [show],
  );
  const byId = useCallback((id: string) => order.find((item) => item.id === id), [order]);
  const cardActions: CardActions = useMemo(
    () => ({
      onShow: (id) => {
        show(id);
        setOpen(true);
      },
      onEvidence: openEvidence,
      onSelect: toggle,
      onApprove: (id) => {
        const proposal = byId(id);
        if (proposal) approve(proposal);
      },
      onAskReject: setRejectingId,
      onReject: reject,
    }),
    [show, openEvidence, toggle, byId, approve, reject],
  );

  useQueueKeys({
    j: () => move(1),
    k: () => move(-1),
    '?': () => setHelping(true),
    Escape: isOpen ? () => setOpen(false) : undefined,
    o: current ? () => openEvidence(current.id) : undefined,
    ...(mayDecide && current
      ? {
          a: () => approve(current),
          e: current.kind === 'partner.warn' ? () => setEditing(true) : undefined,
          r: () => setRejectingId(current.id),
          s: snooze,
          x: () => toggle(current.id),
          A: chosen.length > 0 ? approveChosen : undefined,
        }
      : {}),
    z: made[0]?.undoUntil ? () => made[0] && void undo(made[0]) : undefined,
  });

  return (
    <div className="grid h-full grid-cols-[minmax(20rem,26rem)_1fr] max-md:grid-cols-1">
      <div
        className={`flex min-h-0 flex-col border-r border-line max-md:border-0 ${isOpen ? 'max-md:hidden' : ''}`}
      >
        <div className="flex min-h-12 items-center justify-between gap-3 border-b border-line px-3">
          <h1 className="text-lg font-semibold">
            Queue <span className="font-normal text-quiet">{status?.waitingTotal ?? ''}</span>
          </h1>
          {chosen.length > 0 && (
            <Button look="primary" shortcut="A" onClick={approveChosen}>
              Approve {chosen.length}
            </Button>
          )}
        </div>
        <div ref={more} className="min-h-0 flex-1 overflow-y-auto max-md:pb-16">
          <DecidedList made={made} onUndo={(decision) => void undo(decision)} />
          {queue.isPending && <Skeleton lines={12} />}
          {queue.isError && (
            <Trouble
              what="The queue could not be read."
              error={queue.error}
              retry={() => void queue.refetch()}
            />
          )}
          {queue.isSuccess && order.length === 0 && !queue.hasNextPage && <EmptyQueue />}
          <QueueList
            groups={groups}
            currentId={current?.id ?? null}
            selected={selected}
            rejectingId={rejectingId}
            mayDecide={mayDecide}
            actions={cardActions}
            onSelectGroup={toggleGroup}
          />
          {queue.isFetchingNextPage && <Skeleton lines={3} />}
        </div>
      </div>
      <div className={`min-h-0 overflow-y-auto ${isOpen ? '' : 'max-md:hidden'}`}>
        {current && (
          <ProposalDetail
            key={current.id}
            proposal={current}
            mayDecide={mayDecide}
            isRejecting={false}
            isEditing={isEditing}
            actions={{
              onApprove: (edits) => approve(current, edits),
              onAskReject: () => {
                setRejectingId(current.id);
                setOpen(false);
              },
              onReject: (comment) => reject(current.id, comment),
              onSnooze: snooze,
              onEdit: setEditing,
              onBack: () => setOpen(false),
            }}
          />
        )}
      </div>
      <UndoBar decision={made[0]} onUndo={() => made[0] && void undo(made[0])} />
      {confirming && (
        <TwoPersonDialog
          proposal={confirming}
          onClose={() => setConfirming(null)}
          onApprove={() => {
            void decide([confirming], { decision: 'approve' });
            setConfirming(null);
          }}
        />
      )}
      {helping && <KeysHelp onClose={() => setHelping(false)} />}
    </div>
  );
}
