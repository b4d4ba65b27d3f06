import { describe, expect, it } from 'vitest';
import type { Family } from './fraud-scores.ts';
import { verdictOf } from './verdict.ts';

const POLICY = { conversionsMin: 20 };
const ENOUGH = { conversions: 50, timed: 50, untimed: 0 };
const certainly = (...families: Family[]) => ({ families, certain: families });

describe('verdictOf', () => {
  it('counts independent families: watch, hold, decline', () => {
    expect(verdictOf(certainly('timing'), ENOUGH, POLICY)).toBe('watch');
    expect(verdictOf(certainly('timing', 'in_cart'), ENOUGH, POLICY)).toBe('hold');
    expect(verdictOf(certainly('timing', 'in_cart', 'volume'), ENOUGH, POLICY)).toBe('decline');
  });

  it('holds no money on families that hit by the looser rate only', () => {
    expect(verdictOf({ families: ['timing', 'in_cart'], certain: [] }, ENOUGH, POLICY)).toBe('watch');
    expect(
      verdictOf({ families: ['timing', 'in_cart', 'volume'], certain: ['volume'] }, ENOUGH, POLICY),
    ).toBe('watch');
  });

  it('calls clean only whose timing was tested', () => {
    const nothing = certainly();
    expect(verdictOf(nothing, ENOUGH, POLICY)).toBe('clean');
    expect(verdictOf(nothing, { conversions: 19, timed: 19, untimed: 0 }, POLICY)).toBe('insufficient');
    expect(verdictOf(nothing, { conversions: 50, timed: 0, untimed: 50 }, POLICY)).toBe('not_identifiable');
    expect(verdictOf(nothing, { conversions: 22, timed: 19, untimed: 3 }, POLICY)).toBe('insufficient');
  });

  it('lets the few orders of a partner not hide what its clicks show', () => {
    expect(verdictOf(certainly('volume', 'referrer'), { conversions: 3, timed: 3, untimed: 0 }, POLICY)).toBe(
      'hold',
    );
  });
});
