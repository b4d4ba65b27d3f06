import { describe, expect, it } from 'vitest';
import type { QueueCard } from '../api/queue-card.ts';
import { queueGroups } from './queue-groups.ts';

const card = (id: string, kind: string, micros: string | null, currency = 'GBP') =>
  ({ id, kind, effect: { kind }, money: micros === null ? null : { micros, currency } }) as QueueCard;

describe('queueGroups', () => {
  it('puts the group with most money first, and the card with most money first in it', () => {
    const groups = queueGroups([
      card('warn', 'partner.warn', null),
      card('small', 'commission.hold', '5'),
      card('large', 'commission.hold', '50'),
      card('middle', 'commission.clawback', '20'),
    ]);
    expect(groups.map((group) => group.items.map(({ id }) => id))).toEqual([
      ['large', 'small'],
      ['middle'],
      ['warn'],
    ]);
  });

  it('sums each currency for itself', () => {
    const [group] = queueGroups([
      card('a', 'commission.hold', '5'),
      card('b', 'commission.hold', '7', 'EUR'),
      card('c', 'commission.hold', '6'),
    ]);
    expect(group?.atStake).toEqual([
      { micros: '7', currency: 'EUR' },
      { micros: '11', currency: 'GBP' },
    ]);
  });

  it('keeps applications that want a look apart from those that do not', () => {
    const accept = (id: string, automatic: boolean) =>
      ({
        ...card(id, 'application.accept', null),
        effect: { kind: 'application.accept', automatic },
      }) as QueueCard;
    const totals = [{ kind: 'application.accept', count: 2, money: [] }];
    const groups = queueGroups([accept('clear', true), accept('odd', false)], totals);
    expect(groups.map(({ name, count, items }) => [name, count, items[0]?.id])).toEqual([
      ['Accept applications', 1, 'clear'],
      ['Applications to look at', 1, 'odd'],
    ]);
  });

  it('counts what is not loaded yet, as the service does', () => {
    const totals = [{ kind: 'partner.warn', count: 900, money: [] }];
    expect(queueGroups([card('a', 'partner.warn', null)], totals)[0]?.count).toBe(900);
  });

  it('believes the list where the totals are older', () => {
    const totals = [{ kind: 'partner.warn', count: 1, money: [] }];
    const items = [card('a', 'partner.warn', null), card('b', 'partner.warn', null)];
    expect(queueGroups(items, totals)[0]?.count).toBe(2);
  });
});
