import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '../../domain/http/live-event.ts';
import { ProposalView } from '../../domain/proposals/proposal-view.ts';
import { type QueueData, withCard, withoutCards } from './queue-cache.ts';
import { toCard } from './queue-card.ts';
import { request } from './request.ts';
import { QUEUE_KEY } from './use-queue.ts';

/** More new or changed cards than this are asked for as a list. */
const ONE_BY_ONE_MAX = 8;
/** What a run of the coupon watch changes. */
const COUPONS = ['leaks', 'sightings', 'coupon-sources'] as const;

/** Brings what the page holds up to date with what happened: whole lists only when there is no cheaper way. */
export async function takeIn(client: QueryClient, events: readonly LiveEvent[]): Promise<void> {
  const again = (...keys: readonly string[]) =>
    Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })));
  const topics = new Set(events.map(({ topic }) => topic));
  if (topics.has('resync')) {
    await again('queue', 'status', 'proposal', 'runs', 'fraud', 'partners', 'mails', ...COUPONS);
    return;
  }
  const proposals = new Map(
    events.flatMap((event) => (event.topic === 'proposal' ? [[event.id, event.status] as const] : [])),
  );
  const touched = new Set([
    ...proposals.keys(),
    ...events.flatMap((event) => (event.topic === 'delivery' ? [event.proposalId] : [])),
  ]);
  const waiting = [...proposals].filter(([, status]) => status === 'pending').map(([id]) => id);
  dropFromQueue(
    client,
    [...proposals.keys()].filter((id) => !waiting.includes(id)),
  );
  await Promise.all([
    ...[...touched].map((id) => client.invalidateQueries({ queryKey: ['proposal', id] })),
    refreshInQueue(client, waiting),
    again(
      'status',
      ...(topics.has('run') ? ['runs', 'fraud', ...COUPONS] : []),
      ...(topics.has('mail') ? ['mails'] : []),
    ),
  ]);
}

/** These no longer wait. */
export function dropFromQueue(client: QueryClient, ids: readonly string[]): void {
  client.setQueryData<QueueData>(QUEUE_KEY, (data) => data && withoutCards(data, new Set(ids)));
}

/** These cards as they are now; many are asked for as the list. */
export async function refreshInQueue(client: QueryClient, ids: readonly string[]): Promise<void> {
  if (ids.length > ONE_BY_ONE_MAX) return client.invalidateQueries({ queryKey: QUEUE_KEY });
  await Promise.all(ids.map((id) => refreshOne(client, id)));
}

async function refreshOne(client: QueryClient, id: string): Promise<void> {
  const proposal = await request(`/api/proposals/${id}`, ProposalView).catch(() => null);
  // It may be gone, or out of reach: the list tells at the next look.
  if (proposal === null) return;
  client.setQueryData(['proposal', id], proposal);
  if (proposal.status !== 'pending') return dropFromQueue(client, [id]);
  client.setQueryData<QueueData>(QUEUE_KEY, (data) => data && withCard(data, toCard(proposal)));
}
