import { describe, expect, it } from 'vitest';
import { reserveRate } from './reserve.ts';

const POLICY = { reserveRateBps: 1_930, reserveLinesMin: 500 };

describe('reserveRate', () => {
  it('is the online average until enough windows are complete', () => {
    const few = { lines: 499, leftMicros: 100n, reversedLaterMicros: 1n };
    expect(reserveRate(few, POLICY)).toEqual({ rateBps: 1_930, isOwnRate: false });
    expect(reserveRate(null, POLICY)).toEqual({ rateBps: 1_930, isOwnRate: false });
    expect(reserveRate({ ...few, lines: 500, leftMicros: 0n }, POLICY).isOwnRate).toBe(false);
  });

  it('is what came back later of what was left at that age, half a basis point rounded up', () => {
    const history = { lines: 500, leftMicros: 20_000n, reversedLaterMicros: 2_001n };
    expect(reserveRate(history, POLICY)).toEqual({ rateBps: 1_001, isOwnRate: true });
  });
});
