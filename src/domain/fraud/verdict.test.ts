import { describe, expect, it } from 'vitest';
import { verdictOf } from './verdict.ts';

const enough = { conversions: 60, timed: 60, untimed: 0 };
const policy = { conversionsMin: 20 };

describe('verdictOf', () => {
  it('watches one family, holds at two certain ones, declines at three', () => {
    expect(verdictOf({ families: ['timing'], certain: ['timing'] }, enough, policy)).toBe('watch');
    expect(
      verdictOf({ families: ['timing', 'in_cart'], certain: ['timing', 'in_cart'] }, enough, policy),
    ).toBe('hold');
    const three = ['timing', 'in_cart', 'referrer'] as const;
    expect(verdictOf({ families: three, certain: three }, enough, policy)).toBe('decline');
  });

  it('holds no money on families that hit by the looser rate only', () => {
    expect(verdictOf({ families: ['timing', 'in_cart'], certain: [] }, enough, policy)).toBe('watch');
    expect(
      verdictOf({ families: ['timing', 'in_cart', 'volume'], certain: ['volume'] }, enough, policy),
    ).toBe('watch');
  });

  it('calls nobody clean on too little, or on times that say nothing', () => {
    const none = { families: [], certain: [] };
    expect(verdictOf(none, enough, policy)).toBe('clean');
    expect(verdictOf(none, { conversions: 19, timed: 19, untimed: 0 }, policy)).toBe('insufficient');
    expect(verdictOf(none, { conversions: 60, timed: 0, untimed: 60 }, policy)).toBe('not_identifiable');
  });
});
