import { useCallback, useEffect, useMemo, useState } from 'react';
import type { QueueCard } from '../api/queue-card.ts';
import type { CardActions } from './proposal-card.tsx';
import type { QueueState } from './use-queue-state.ts';

/** Where words are being asked for: in a card of the list, or in the open one. */
export type Asking =
  | { readonly where: 'card'; readonly id: string }
  | { readonly where: 'detail'; readonly verb: 'reject' | 'respond' };

/** What a person can do in the queue, and what is open for it. */
export type QueueActions = ReturnType<typeof useQueueActions>;

export function useQueueActions(state: QueueState) {
  const { decisions, selection, order, current, lost, chosen, show, move } = state;
  const { decide } = decisions;
  const [asking, setAsking] = useState<Asking | null>(null);
  const [isEditing, setEditing] = useState(false);
  /** On a narrow screen the open card covers the list. */
  const [isOpen, setOpen] = useState(false);
  const [confirming, setConfirming] = useState<readonly QueueCard[]>([]);

  // What was open belonged to the card that was current.
  const currentId = current?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another card is what it waits for
  useEffect(() => {
    setEditing(false);
    setAsking((before) => (before?.where === 'detail' ? null : before));
  }, [currentId]);

  const close = useCallback(() => {
    setAsking(null);
    setEditing(false);
    setOpen(false);
  }, []);
  const byId = useCallback((id: string) => order.find((card) => card.id === id), [order]);
  const approve = useCallback(
    (card: QueueCard, edits?: Record<string, string>) => {
      if (card.approvalsNeeded === 2) return setConfirming([card]);
      close();
      void decide([card], edits === undefined ? { decision: 'approve' } : { decision: 'edit', edits });
    },
    [decide, close],
  );
  const refuse = useCallback(
    (card: QueueCard | undefined, decision: 'reject' | 'respond', comment: string) => {
      close();
      if (card) void decide([card], { decision, ...(comment === '' ? {} : { comment }) });
    },
    [decide, close],
  );
  const snooze = useCallback(
    (card: QueueCard) => {
      close();
      void decide([card], { decision: 'snooze' });
    },
    [decide, close],
  );
  const approveChosen = () => {
    const two = chosen.filter(({ approvalsNeeded }) => approvalsNeeded === 2);
    const one = chosen.filter(({ approvalsNeeded }) => approvalsNeeded === 1);
    selection.replace(two.map(({ id }) => id));
    setConfirming(two);
    if (one.length > 0) void decide(one, { decision: 'approve' });
  };
  const confirm = (card: QueueCard) => {
    const rest = confirming.slice(1);
    setConfirming(rest);
    if (selection.selected.has(card.id)) selection.toggle(card.id);
    if (card.id === current?.id && card.approvals === 0) move(1);
    close();
    void decide([card], { decision: 'approve' });
  };
  const openEvidence = useCallback(
    (id: string) => {
      show(id);
      setOpen(true);
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-evidence="${id}"]`)?.focus());
    },
    [show],
  );
  const { forget } = decisions;
  const { toggle } = selection;
  const cardActions: CardActions = useMemo(
    () => ({
      onShow(id) {
        show(id);
        setOpen(true);
      },
      onEvidence: openEvidence,
      onSelect: toggle,
      onApprove(id) {
        const card = byId(id);
        if (card) approve(card);
      },
      onAskReject: (id) => setAsking(id === null ? null : { where: 'card', id }),
      onReject: (id, comment) => refuse(byId(id), 'reject', comment),
      onDismiss(id) {
        forget([id]);
        if (id === currentId && lost !== null) move(1);
      },
    }),
    [show, openEvidence, toggle, byId, approve, refuse, forget, currentId, lost, move],
  );

  return {
    asking,
    setAsking,
    isEditing,
    setEditing,
    isOpen,
    setOpen,
    confirming,
    setConfirming,
    approve,
    refuse,
    snooze,
    approveChosen,
    confirm,
    openEvidence,
    cardActions,
  };
}
