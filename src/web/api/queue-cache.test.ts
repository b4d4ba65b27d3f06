import { describe, expect, it } from 'vitest';
import { type QueueData, withCard, withoutCards } from './queue-cache.ts';
import type { QueueCard } from './queue-card.ts';

const card = (id: string, approvals = 0) => ({ id, approvals }) as QueueCard;
const data: QueueData = {
  pageParams: [null, 'next'],
  pages: [
    { items: [card('a'), card('b')], nextCursor: 'next' },
    { items: [card('c')], nextCursor: null },
  ],
};
const ids = ({ pages }: QueueData) => pages.map((page) => page.items.map(({ id }) => id));

describe('withoutCards', () => {
  it('removes them wherever they are and keeps the cursors', () => {
    const after = withoutCards(data, new Set(['b', 'c']));
    expect(ids(after)).toEqual([['a'], []]);
    expect(after.pages.map((page) => page.nextCursor)).toEqual(['next', null]);
  });

  it('is the same list when none of them is there, so that nothing is drawn again', () => {
    expect(withoutCards(data, new Set(['z']))).toBe(data);
  });
});

describe('withCard', () => {
  it('changes a card in its place', () => {
    const after = withCard(data, card('c', 1));
    expect(ids(after)).toEqual([['a', 'b'], ['c']]);
    expect(after.pages[1]?.items[0]?.approvals).toBe(1);
  });

  it('puts a new one in front', () => {
    expect(ids(withCard(data, card('d')))).toEqual([['d', 'a', 'b'], ['c']]);
  });
});
