import type { CodeJudge } from '../../../domain/sightings/code-judge.ts';
import { hashPiece } from '../linear/hash-pieces.ts';
import type { CodeWeights } from './code-weights.ts';

/** A judge that adds up what was learnt of each sign. The same signs give the same answer, on every machine. */
export const createCodeJudge = ({ isCode, isOver }: CodeWeights): CodeJudge => ({
  isCode: (signs) => chance(signs, isCode),
  isOver: (signs) => chance(signs, isOver),
});

/** The bins of signs, each once. @param bins - a power of two. */
export const binsOf = (signs: readonly string[], bins: number): ReadonlySet<number> =>
  new Set(signs.map((sign) => hashPiece(sign) & (bins - 1)));

function chance(signs: readonly string[], weights: Float32Array): number {
  let odds = 0;
  for (const bin of binsOf(signs, weights.length)) odds += weights[bin] ?? 0;
  return 1 / (1 + Math.exp(-odds));
}
