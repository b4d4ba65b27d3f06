import { describe, expect, it } from 'vitest';
import { priceOf } from './price-of.ts';

const prices = { inputPricePerMillionMicros: '400000', outputPricePerMillionMicros: '1600000' };

describe('priceOf', () => {
  it('prices input and output apart, rounding up to a whole micro', () => {
    expect(priceOf({ inputTokens: 1_000_000, outputTokens: 500_000 }, prices)).toBe(1_200_000n);
    expect(priceOf({ inputTokens: 1, outputTokens: 0 }, prices)).toBe(1n);
    expect(priceOf({ inputTokens: 0, outputTokens: 0 }, prices)).toBe(0n);
  });

  it('gives null, not zero, for tokens whose price nobody gave', () => {
    const half = { ...prices, outputPricePerMillionMicros: null };
    expect(priceOf({ inputTokens: 5, outputTokens: 1 }, half)).toBeNull();
    expect(priceOf({ inputTokens: 10, outputTokens: 0 }, half)).toBe(4n);
  });
});
