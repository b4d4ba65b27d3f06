import assert from 'node:assert';
import { minimise } from './minimise.ts';
import { addScores, softmax } from './softmax.ts';
import type { SparseVector } from './sparse-vector.ts';

export interface LogisticExamples {
  readonly vectors: readonly SparseVector[];
  /** Class of each vector, from 0. */
  readonly labels: readonly number[];
  /** How much each example counts; all 1 when left out. */
  readonly importance?: readonly number[];
  readonly classes: number;
  /** Length of a vector. */
  readonly features: number;
}

/** Numbers that steer the fit. */
export interface LogisticFit {
  /** Weight of the squared weights against the mean loss; > 0. */
  readonly l2: number;
  readonly stepsMax: number;
}

const GAIN_MIN = 1e-5;

/**
 * Fits a multinomial logistic regression: the weights that make the labels likely and stay small.
 *
 * @returns weights, feature by class as `addScores` reads them. Features that no example has stay 0. There is no
 *   bias; put a feature that is always 1 when one is wanted.
 */
export function fitLogistic(examples: LogisticExamples, { l2, stepsMax }: LogisticFit): Float64Array {
  const { vectors, labels, classes } = examples;
  assert(vectors.length === labels.length && vectors.length > 0, 'one label for each vector');
  const { dense, seen } = renumbered(vectors);
  const total = vectors.reduce((sum, _, at) => sum + (examples.importance?.[at] ?? 1), 0);
  const scores = new Float64Array(classes);
  const weights = minimise(
    (point, gradient) => {
      let loss = 0;
      for (let i = 0; i < point.length; i++) {
        const weight = point[i] ?? 0;
        gradient[i] = l2 * weight;
        loss += 0.5 * l2 * weight * weight;
      }
      dense.forEach((vector, at) => {
        const share = (examples.importance?.[at] ?? 1) / total;
        scores.fill(0);
        addScores(scores, point, vector);
        softmax(scores, 1);
        const label = labels[at] ?? 0;
        loss -= share * Math.log(Math.max(scores[label] ?? 0, 1e-300));
        scores[label] = (scores[label] ?? 0) - 1;
        addOuter(gradient, vector, scores, share);
      });
      return loss;
    },
    new Float64Array(seen.length * classes),
    stepsMax,
    GAIN_MIN,
  );
  const all = new Float64Array(examples.features * classes);
  seen.forEach((feature, row) => {
    all.set(weights.subarray(row * classes, (row + 1) * classes), feature * classes);
  });
  return all;
}

/** Vectors over the features that occur, so that the solver walks only there. */
function renumbered(vectors: readonly SparseVector[]): { dense: SparseVector[]; seen: number[] } {
  const seen = [...new Set(vectors.flatMap(({ indices }) => [...indices]))].sort((a, b) => a - b);
  const rowOf = new Map(seen.map((feature, row) => [feature, row]));
  const dense = vectors.map(({ indices, values }) => ({
    indices: indices.map((index) => rowOf.get(index) ?? 0),
    values,
  }));
  return { dense, seen };
}

function addOuter(gradient: Float64Array, vector: SparseVector, errors: Float64Array, share: number): void {
  const classes = errors.length;
  const { indices, values } = vector;
  for (let at = 0; at < indices.length; at++) {
    const value = (values[at] ?? 0) * share;
    const row = (indices[at] ?? 0) * classes;
    for (let c = 0; c < classes; c++) gradient[row + c] = (gradient[row + c] ?? 0) + value * (errors[c] ?? 0);
  }
}
