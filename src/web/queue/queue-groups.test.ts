import { describe, expect, it } from 'vitest';
import type { ProposalView } from '../../domain/proposals/proposal-view.ts';
import { queueGroups } from './queue-groups.ts';

const card = (id: string, kind: string, micros: string | null, currency = 'GBP') =>
  ({ id, kind, money: micros === null ? null : { micros, currency } }) as ProposalView;

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
});
