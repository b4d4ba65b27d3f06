import { describe, expect, it } from 'vitest';
import { nearestInMeaning } from './near-in-meaning.ts';

const at = (...values: number[]) => Float32Array.from(values);
const texts = [
  { text: 'mug', meaning: at(1, 0) },
  { text: 'lamp', meaning: at(0, 1) },
  { text: 'bowl', meaning: at(0.6, 0.8) },
];

describe('nearestInMeaning', () => {
  it('puts first what lies nearest to any of the words', () => {
    expect(nearestInMeaning([at(1, 0), at(0.8, -0.6)], texts, 2)).toEqual([
      { text: 'mug', similarity: 1 },
      { text: 'bowl', similarity: expect.closeTo(0.6) },
    ]);
  });

  it('finds nothing without words', () => {
    expect(nearestInMeaning([], texts, 2)).toEqual([]);
  });
});
