import type { InfiniteData } from '@tanstack/react-query';
import type { QueueCard } from './queue-card.ts';

export interface QueuePageData {
  readonly items: readonly QueueCard[];
  readonly nextCursor: string | null;
}
export type QueueData = InfiniteData<QueuePageData, string | null>;

/** The list without these cards, since they no longer wait. */
export function withoutCards(data: QueueData, ids: ReadonlySet<string>): QueueData {
  if (!data.pages.some((page) => page.items.some(({ id }) => ids.has(id)))) return data;
  return {
    ...data,
    pages: data.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => !ids.has(id)) })),
  };
}

/** The list with this card as it is now: in its place, or in front when it is new. */
export function withCard(data: QueueData, card: QueueCard): QueueData {
  const isThere = data.pages.some((page) => page.items.some(({ id }) => id === card.id));
  return {
    ...data,
    pages: data.pages.map((page, index) => ({
      ...page,
      items: isThere
        ? page.items.map((item) => (item.id === card.id ? card : item))
        : index === 0
          ? [card, ...page.items]
          : page.items,
    })),
  };
}
