import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedRateBps } from './asked-rate.ts';
import { breakEven } from './break-even.ts';
import { raiseWithin } from './raise-within.ts';

const POUND = 1_000_000n;
const POLICY = { roomShareBps: 5_000, raiseMaxBps: 200, rateStepBps: 50 };
const bps = fc.integer({ min: 0, max: 10_000 });

describe('breakEven', () => {
  const sold = { netMicros: 100n * POUND, goodsMicros: 45n * POUND, fulfilmentMicros: 5n * POUND };

  it('is incrementality times margin, less the network fee', () => {
    const terms = { keptBps: 10_000, paymentFeeBps: 100, networkFeeBps: 250, incrementalityBps: 5_000 };
    expect(breakEven(sold, terms)).toEqual({ marginBps: 4_900, breakEvenBps: 2_200 });
  });

  it('pays fulfilment and payment fees on what comes back', () => {
    const terms = { keptBps: 8_000, paymentFeeBps: 100, networkFeeBps: 0, incrementalityBps: 10_000 };
    // 80 kept − 36 goods − 5 fulfilment − 1 fee = 38 of 80.
    expect(breakEven(sold, terms)?.marginBps).toBe(4_750);
  });

  it('has no answer where nothing was kept', () => {
    const terms = { keptBps: 0, paymentFeeBps: 0, networkFeeBps: 0, incrementalityBps: 10_000 };
    expect(breakEven(sold, terms)).toBeNull();
  });

  it('never rises when less is incremental', () => {
    fc.assert(
      fc.property(bps, bps, (one, other) => {
        const at = (incrementalityBps: number) =>
          breakEven(sold, { keptBps: 9_000, paymentFeeBps: 150, networkFeeBps: 250, incrementalityBps })
            ?.breakEvenBps ?? 0;
        expect(at(Math.min(one, other))).toBeLessThanOrEqual(at(Math.max(one, other)));
      }),
    );
  });
});

describe('raiseWithin', () => {
  it('offers half of the room, in steps that people can say', () => {
    expect(raiseWithin({ currentBps: 500, breakEvenBps: 830, askedBps: null }, POLICY)).toBe(650);
  });

  it('offers nothing at or above break-even', () => {
    expect(raiseWithin({ currentBps: 800, breakEvenBps: 800, askedBps: 1_200 }, POLICY)).toBeNull();
  });

  it('stays within break-even, the largest raise and what was asked, whatever the figures', () => {
    fc.assert(
      fc.property(bps, bps, fc.option(bps), (currentBps, breakEvenBps, askedBps) => {
        const offered = raiseWithin({ currentBps, breakEvenBps, askedBps }, POLICY);
        if (offered === null) return;
        expect(offered).toBeGreaterThan(currentBps);
        expect(offered).toBeLessThanOrEqual(breakEvenBps);
        expect(offered - currentBps).toBeLessThanOrEqual(POLICY.raiseMaxBps);
        if (askedBps !== null) expect(offered).toBeLessThanOrEqual(askedBps);
      }),
    );
  });
});

describe('askedRateBps', () => {
  it.each([
    ['12%', 1_200],
    ['auf 7,5 Prozent', 750],
    ['8.25 %', 825],
    ['8 per cent', 800],
    ['quinze pour cent', 1_500],
    ['%15', 1_500],
    ['12', 1_200],
    ['double digits', null],
    ['١٠', null],
    ['100 %', null],
    ['more', null],
  ])('reads %j as %j', (words, expected) => {
    expect(askedRateBps(words)).toBe(expected);
  });
});
