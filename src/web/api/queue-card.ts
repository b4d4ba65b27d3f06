import type { ProposalView } from '../../domain/proposals/proposal-view.ts';

/** A proposal as the list holds it. Evidence is read for the card that is open: ten thousand of them would weigh too much. */
export type QueueCard = Omit<ProposalView, 'evidence'>;

export function toCard({ evidence: _evidence, ...card }: ProposalView): QueueCard {
  return card;
}
