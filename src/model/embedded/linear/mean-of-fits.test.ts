import { describe, expect, test } from 'vitest';
import { meanOfFits } from './mean-of-fits.ts';
import { addScores } from './softmax.ts';
import { sparseVector } from './sparse-vector.ts';

describe('meanOfFits', () => {
  test('scores as the mean of both scores, each on its own scale', () => {
    const whole = Float64Array.from([1, 2, 3, 4, 5, 6]);
    const pieces = Float64Array.from([0.5, -1, 0, 0, 7, 8]);
    const mean = meanOfFits(whole, pieces, 2, [
      { from: 0, length: 1, ratio: 4 },
      { from: 2, length: 1, ratio: 1 },
    ]);
    const scores = (weights: Float64Array | Float32Array, entries: [number, number][]): number[] => {
      const sums = new Float64Array(2);
      addScores(sums, weights, sparseVector(new Map(entries)));
      return [...sums];
    };
    const [a, b] = [
      scores(whole, [
        [0, 1],
        [1, 1],
        [2, 1],
      ]),
      scores(pieces, [
        [0, 4],
        [2, 1],
      ]),
    ];
    expect(
      scores(mean, [
        [0, 1],
        [1, 1],
        [2, 1],
      ]),
    ).toEqual(a.map((score, at) => (score + (b[at] ?? 0)) / 2));
  });

  test('reads nothing of the second fit where the first has features of its own', () => {
    expect([...meanOfFits(new Float64Array(4), new Float64Array(4).fill(9), 2, [])]).toEqual([0, 0, 0, 0]);
  });
});
