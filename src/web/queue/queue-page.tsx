import { useMemo, useState } from 'react';
import { countText } from '../format/figure.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { DecidedTray } from './decided-tray.tsx';
import { canEdit } from './detail-actions.tsx';
import { EmptyQueue } from './empty-queue.tsx';
import { KeysHelp } from './keys-help.tsx';
import { undoUntilMs } from './made-decision.ts';
import { ProposalDetail } from './proposal-detail.tsx';
import { QueueList } from './queue-list.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { TwoPersonDialog } from './two-person-dialog.tsx';
import { useFollowCurrent } from './use-follow-current.ts';
import { useMoreOnScroll } from './use-more-on-scroll.ts';
import { type QueueActions, useQueueActions } from './use-queue-actions.ts';
import { type KeyHandlers, useQueueKeys } from './use-queue-keys.ts';
import { type QueueState, useQueueState } from './use-queue-state.ts';

/** The manager's morning: list left, evidence right, everything by key. */
export function QueuePage() {
  useDocumentTitle('Queue');
  const state = useQueueState();
  const actions = useQueueActions(state);
  const [isHelping, setHelping] = useState(false);
  const takeFocusAlong = useFollowCurrent(state.current, state.order);
  useQueueKeys(keysOf(state, actions, { takeFocusAlong, help: () => setHelping(true) }));
  const [confirming] = actions.confirming;
  const isEmpty = state.queue.isSuccess && state.current === null;

  return (
    <div
      className={`grid h-full max-md:grid-cols-1 ${isEmpty ? '' : 'grid-cols-[clamp(21rem,38%,26rem)_minmax(0,1fr)]'}`}
    >
      <div
        className={`flex min-h-0 min-w-0 flex-col border-r border-line max-md:border-0 ${actions.isOpen ? 'max-md:hidden' : ''}`}
      >
        <h1 className="border-b border-line px-3 py-2.5 text-lg font-semibold">
          Queue{' '}
          <span className="font-normal text-quiet">
            {state.waitingTotal === null ? '' : countText(state.waitingTotal)}
          </span>
        </h1>
        <Waiting state={state} actions={actions} />
        <SelectionBar
          chosen={state.mayDecide ? state.chosen : []}
          onApprove={actions.approveChosen}
          onClear={() => state.selection.replace([])}
        />
        <DecidedTray made={state.decisions.made} onUndo={(taken) => void state.decisions.undo(taken)} />
      </div>
      <div
        data-alone={actions.isOpen && state.current ? true : undefined}
        className={`min-h-0 min-w-0 ${actions.isOpen ? '' : 'max-md:hidden'}`}
      >
        <Detail state={state} actions={actions} />
      </div>
      {confirming && (
        <TwoPersonDialog
          key={confirming.id}
          card={confirming}
          more={actions.confirming.length - 1}
          onClose={() => actions.setConfirming([])}
          onApprove={() => actions.confirm(confirming)}
        />
      )}
      {isHelping && <KeysHelp onClose={() => setHelping(false)} />}
    </div>
  );
}

function Waiting({ state, actions }: { state: QueueState; actions: QueueActions }) {
  const { queue, order } = state;
  const scroller = useMoreOnScroll(queue.hasNextPage, queue.isFetching, queue.fetchNextPage);
  return (
    <div ref={scroller} data-scrolls className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      {queue.isPending && <Skeleton lines={12} />}
      {queue.isError && (
        <Trouble what="The queue could not be read." error={queue.error} retry={() => void queue.refetch()} />
      )}
      {queue.isSuccess && order.length === 0 && !queue.hasNextPage && <EmptyQueue />}
      <QueueList
        groups={state.groups}
        currentId={state.current?.id ?? null}
        selected={state.selection.selected}
        rejectingId={actions.asking?.where === 'card' ? actions.asking.id : null}
        failures={state.failures}
        mayDecide={state.mayDecide}
        actions={actions.cardActions}
        onSelectGroup={state.selection.toggleGroup}
      />
      {queue.isFetchingNextPage && <Skeleton lines={3} />}
    </div>
  );
}

function Detail({ state, actions }: { state: QueueState; actions: QueueActions }) {
  const { current, lost, mayDecide } = state;
  const { asking } = actions;
  const detailActions = useMemo(
    () =>
      current && {
        onApprove: (edits?: Record<string, string>) => actions.approve(current, edits),
        onAsk: (verb: 'reject' | 'respond' | null) =>
          actions.setAsking(verb === null ? null : { where: 'detail', verb }),
        onRefuse: (verb: 'reject' | 'respond', comment: string) => actions.refuse(current, verb, comment),
        onSnooze: () => actions.snooze(current),
        onEdit: actions.setEditing,
        onBack: () => actions.setOpen(false),
      },
    [current, actions],
  );
  if (!current || !detailActions) return null;
  return (
    <ProposalDetail
      key={current.id}
      card={current}
      lost={lost}
      mayDecide={mayDecide}
      asking={asking?.where === 'detail' ? asking.verb : null}
      isEditing={actions.isEditing}
      actions={detailActions}
    />
  );
}

function keysOf(
  { current, lost, mayDecide, chosen, move, selection, decisions }: QueueState,
  actions: QueueActions,
  { takeFocusAlong, help }: { takeFocusAlong: () => void; help: () => void },
): KeyHandlers {
  const along = (act: () => void) => () => {
    takeFocusAlong();
    act();
  };
  const step = (by: number) =>
    along(() => {
      actions.setAsking(null);
      actions.setEditing(false);
      move(by);
    });
  const stroke = decisions.made.filter((entry) => entry.stroke === decisions.made[0]?.stroke);
  const open = current && mayDecide && lost === null ? current : null;
  return {
    j: step(1),
    k: step(-1),
    '?': help,
    Escape: actions.isOpen ? () => actions.setOpen(false) : undefined,
    o: current ? () => actions.openEvidence(current.id) : undefined,
    a: open && !actions.isEditing ? along(() => actions.approve(open)) : undefined,
    e: open && canEdit(open) ? () => actions.setEditing(true) : undefined,
    r: open
      ? () =>
          actions.setAsking(
            actions.isOpen && matchMedia('(width < 48rem)').matches
              ? { where: 'detail', verb: 'reject' }
              : { where: 'card', id: open.id },
          )
      : undefined,
    s: open ? along(() => actions.snooze(open)) : undefined,
    x: open ? () => selection.toggle(open.id) : undefined,
    A: mayDecide && chosen.length > 0 ? actions.approveChosen : undefined,
    z: stroke.some((entry) => undoUntilMs(entry) > Date.now())
      ? () => void decisions.undo(stroke)
      : undefined,
  };
}
