import { describe, expect, it } from 'vitest';
import { fitLogistic } from './fit-logistic.ts';
import { addScores, softmax } from './softmax.ts';
import { sparseVector } from './sparse-vector.ts';

const vector = (...entries: [number, number][]) => sparseVector(new Map(entries));
const EXAMPLES = {
  vectors: [vector([0, 1], [3, 1]), vector([0, 1]), vector([1, 1], [3, 1]), vector([1, 1])],
  labels: [0, 0, 1, 1],
  classes: 2,
  features: 5,
};

describe('fitLogistic', () => {
  it('learns what tells the classes apart, and leaves unseen features alone', () => {
    const weights = fitLogistic(EXAMPLES, { l2: 0.01, stepsMax: 100 });
    const chance = (at: number): number => {
      const scores = new Float64Array(2);
      addScores(scores, weights, vector([at, 1]));
      return softmax(scores, 1)[0] ?? 0;
    };
    expect(chance(0)).toBeGreaterThan(0.9);
    expect(chance(1)).toBeLessThan(0.1);
    expect(chance(3)).toBeCloseTo(0.5, 2);
    expect([...weights.slice(4, 6), ...weights.slice(8)]).toEqual([0, 0, 0, 0]);
  });

  it('gives the same weights for the same examples', () => {
    const once = fitLogistic(EXAMPLES, { l2: 0.01, stepsMax: 100 });
    expect(fitLogistic(EXAMPLES, { l2: 0.01, stepsMax: 100 })).toEqual(once);
  });

  it('finds where the slope is nought: the mean error equals the pull to small weights', () => {
    const l2 = 0.1;
    const weights = fitLogistic(
      { ...EXAMPLES, vectors: EXAMPLES.vectors.slice(0, 3), labels: [0, 0, 1] },
      { l2, stepsMax: 500 },
    );
    let error = 0;
    [vector([0, 1], [3, 1]), vector([0, 1])].forEach((example) => {
      const scores = new Float64Array(2);
      addScores(scores, weights, example);
      error += (softmax(scores, 1)[0] ?? 0) - 1;
    });
    expect(-error / 3).toBeCloseTo(l2 * (weights[0] ?? 0), 2);
  });
});
