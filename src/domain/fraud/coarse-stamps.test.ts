import { describe, expect, it } from 'vitest';
import { coarseNetworks } from './coarse-stamps.ts';
import { exampleConversions } from './example-sketches.ts';

const fine = exampleConversions({
  timed: 100,
  clicksOnTens: 11,
  clicksOnFifteens: 6,
  ordersOnTens: 9,
  ordersOnFifteens: 7,
});

describe('coarseNetworks', () => {
  it('finds one rounded stamp of two, be it by tens or by quarter minutes', () => {
    const tens = { ...fine, partnerId: 'p2', network: 'n2', clicksOnTens: 100 };
    const quarters = { ...fine, partnerId: 'p3', network: 'n3', ordersOnFifteens: 100 };
    const coarse = coarseNetworks([fine, tens, quarters], 0.6);
    expect([coarse('p1', 'n1'), coarse('p2', 'n2'), coarse('p3', 'n3')]).toEqual([false, true, true]);
  });

  it('names one partner’s own coarse tracker without blaming its network', () => {
    const own = { ...fine, partnerId: 'p2', timed: 30, ordersOnTens: 30 };
    const coarse = coarseNetworks([fine, own], 0.6);
    expect([coarse('p1', 'n1'), coarse('p2', 'n1')]).toEqual([false, true]);
  });

  it('blames nobody on three stamps, or without any', () => {
    const coarse = coarseNetworks([exampleConversions({ timed: 3, clicksOnTens: 3 })], 0.6);
    expect([coarse('p1', 'n1'), coarse('p9', 'n9')]).toEqual([false, false]);
  });
});
