import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

describe('wilsonInterval', () => {
  it('gives the published interval of 10 in 50', () => {
    const [low, high] = wilsonInterval(10, 50) ?? [];
    expect(low).toBeCloseTo(0.1124, 4);
    expect(high).toBeCloseTo(0.3304, 4);
  });

  it('stays within [0, 1] at the ends', () => {
    expect(wilsonInterval(0, 5)?.[0]).toBe(0);
    expect(wilsonInterval(5, 5)?.[1]).toBe(1);
  });

  it('is null without trials', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it('refuses more successes than trials', () => {
    expect(() => wilsonInterval(3, 2)).toThrow('successes');
  });
});
