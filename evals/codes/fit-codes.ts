import { CODE_BINS, type CodeWeights } from '../../src/model/embedded/codes/code-weights.ts';
import { binsOf } from '../../src/model/embedded/codes/create-code-judge.ts';
import { fitLogistic } from '../../src/model/embedded/linear/fit-logistic.ts';
import type { SparseVector } from '../../src/model/embedded/linear/sparse-vector.ts';
import { codeExamples, type Example } from './code-examples.ts';
import type { LearningSet } from './learning-pages.ts';

/** Chosen by leaving one writer out at a time: a tenth or ten times of it are no better. */
const FIT = { isCode: { l2: 6e-5, stepsMax: 200 }, isOver: { l2: 2e-4, stepsMax: 200 } };
/** What rules say: left out where they were mended until they were right. */
const RULED = /^(?:rules? |ruled|well ruled)/;

/** What a set teaches. */
export interface SetExamples {
  readonly name: string;
  readonly spots: readonly (readonly Example[])[];
  readonly sightings: readonly (readonly Example[])[];
}

export function examplesOf({ name, isMended, isPlain, pages }: LearningSet): SetExamples {
  const plain = (examples: readonly Example[]): Example[] =>
    examples.map((example) =>
      isMended ? { ...example, signs: example.signs.filter((sign) => !RULED.test(sign)) } : example,
    );
  const examples = pages.map(codeExamples);
  if (isPlain) {
    const unruled = examples.map(({ spots }) => spots.filter(({ signs }) => signs.includes('rules 0')));
    return { name, spots: unruled, sightings: [] };
  }
  return {
    name,
    spots: examples.map(({ spots }) => plain(spots)),
    sightings: examples.map(({ sightings }) => plain(sightings)),
  };
}

/** The same examples give the same weights. */
export function fitCodes(sets: readonly SetExamples[]): CodeWeights {
  return {
    isCode: fitted(
      sets.flatMap(({ spots }) => spots),
      'isCode',
    ),
    isOver: fitted(
      sets.flatMap(({ sightings }) => sightings),
      'isOver',
    ),
  };
}

/** @param pages - of each page its examples; a code that stands in many places counts little more than one in one. */
function fitted(pages: readonly (readonly Example[])[], kind: keyof CodeWeights): Float32Array {
  const bins = CODE_BINS[kind];
  const vectors: SparseVector[] = [];
  const labels: number[] = [];
  const importance: number[] = [];
  for (const examples of pages) {
    const counts = new Map<string, number>();
    for (const { key } of examples) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const { key, signs, holds } of examples) {
      const indices = Uint32Array.from([...binsOf(signs, bins)].sort((a, b) => a - b));
      vectors.push({ indices, values: new Float32Array(indices.length).fill(1) });
      labels.push(holds ? 1 : 0);
      importance.push(1 / Math.sqrt(counts.get(key) ?? 1));
    }
  }
  const weights = fitLogistic({ vectors, labels, importance, classes: 2, features: bins }, FIT[kind]);
  return Float32Array.from({ length: bins }, (_, at) => (weights[2 * at + 1] ?? 0) - (weights[2 * at] ?? 0));
}
