import { READ_FLAGS } from '../../src/domain/vetting/text-reading.ts';
import { fitLogistic } from '../../src/model/embedded/linear/fit-logistic.ts';
import { meanOfFits } from '../../src/model/embedded/linear/mean-of-fits.ts';
import type { SparseVector } from '../../src/model/embedded/linear/sparse-vector.ts';
import { unitShares } from '../../src/model/embedded/vetting/flag-chances.ts';
import { LETTER_BINS, WORD_BINS } from '../../src/model/embedded/vetting/unit-ngrams.ts';
import { BLOCKS, FEATURES, SCALES, unitVector } from '../../src/model/embedded/vetting/unit-vector.ts';
import { CLASSES, NOTHING, type VettingWeights } from '../../src/model/embedded/vetting/vetting-weights.ts';
import type { ExampleUnit, ReaderExample } from './reader-examples.ts';

/** Strength of the pull to small weights, and steps of the solver. */
const FIT = { l2: 5e-5, stepsMax: 60 };
/** For the fit that knows a stretch by its words and letters alone. */
const PIECES_SCALES: typeof SCALES = {
  words: 3,
  letters: 3,
  meaning: 0,
  ideas: 0,
  gloss: 0,
  pairs: 0,
  places: 0,
  always: 1,
};
const PIECES = (['words', 'letters', 'always'] as const).map((name) => ({
  ...BLOCKS[name],
  ratio: PIECES_SCALES[name] / SCALES[name],
}));
/** Of a flagged application: besides its clearest stretch, others from this share on say it too. */
const ALSO_FROM = 0.5;
/** Every stretch of another trade's profile may speak of it. */
const ALSO_FROM_OFF_TOPIC = 0.2;
/** Of a flagged application: below this share a stretch says nothing of the kind; it counts half. */
const NOTHING_BELOW = 0.2;
const NOTHING_COUNTS = 0.5;
const OFF_TOPIC = READ_FLAGS.indexOf('off_topic');
/** Before anything is learnt, each stretch of such a profile counts a little. */
const OFF_TOPIC_COUNTS = 0.3;

export type FittedReader = Pick<VettingWeights, 'rarity' | 'weights'>;

interface Drawn {
  readonly unit: ExampleUnit;
  readonly label: number;
  readonly counts: number;
}

/**
 * Learns which words say which flag. Nobody marked the words in an application, so phrases and applications without flags
 * teach first, and what was learnt then finds the words in the flagged ones. The same examples give the same weights.
 */
export function fitReader(examples: readonly ReaderExample[]): FittedReader {
  const rarity = rarityOf(examples);
  const whole = learn(examples, rarity, SCALES);
  const pieces = learn(examples, rarity, PIECES_SCALES);
  return { rarity, weights: meanOfFits(whole, pieces, CLASSES, PIECES) };
}

function learn(
  examples: readonly ReaderExample[],
  rarity: Float32Array,
  scales: typeof SCALES,
): Float64Array {
  const made = new Map<ExampleUnit, SparseVector>();
  const vectorOf = (unit: ExampleUnit): SparseVector => {
    const vector = made.get(unit) ?? unitVector(unit.raw, unit.meaning, rarity, scales);
    made.set(unit, vector);
    return vector;
  };
  const fromDrawn = (drawn: readonly Drawn[]): Float64Array =>
    fitLogistic(
      {
        vectors: drawn.map(({ unit }) => vectorOf(unit)),
        labels: drawn.map(({ label }) => label),
        importance: drawn.map(({ counts }) => counts),
        classes: CLASSES,
        features: FEATURES,
      },
      FIT,
    );
  const first = fromDrawn(draw(examples, (example) => unlearnt(example)));
  return fromDrawn(
    draw(examples, (example) =>
      learnt(
        example,
        example.units.map((unit) => unitShares(first, vectorOf(unit))),
      ),
    ),
  );
}

/** One list of stretches; the same words that say nothing come once. */
function draw(
  examples: readonly ReaderExample[],
  ofFlagged: (example: ReaderExample) => readonly Drawn[],
): Drawn[] {
  const seen = new Set<string>();
  return examples
    .flatMap((example): readonly Drawn[] => {
      const label = labelOf(example);
      if (example.isPhrase) return example.units.map((unit) => ({ unit, label, counts: 1 }));
      if (example.flags.length === 0)
        return example.units.map((unit) => ({ unit, label: NOTHING, counts: 1 }));
      return ofFlagged(example);
    })
    .filter(({ unit, label }) => {
      if (label !== NOTHING) return true;
      if (seen.has(unit.text)) return false;
      seen.add(unit.text);
      return true;
    });
}

const labelOf = ({ flags }: ReaderExample): number =>
  flags[0] === undefined ? NOTHING : READ_FLAGS.indexOf(flags[0]);

const unlearnt = ({ units, flags }: ReaderExample): Drawn[] =>
  flags[0] === 'off_topic' ? units.map((unit) => ({ unit, label: OFF_TOPIC, counts: OFF_TOPIC_COUNTS })) : [];

function learnt({ units, flags }: ReaderExample, shares: readonly Float64Array[]): Drawn[] {
  const labels = new Map<number, number>();
  const places = flags.map((flag) => READ_FLAGS.indexOf(flag));
  const shareOf = (at: number, place: number): number => shares[at]?.[place] ?? 0;
  for (const place of places) {
    const order = [...units.keys()].sort((a, b) => shareOf(b, place) - shareOf(a, place));
    const from = place === OFF_TOPIC ? ALSO_FROM_OFF_TOPIC : ALSO_FROM;
    order.forEach((at, rank) => {
      if (rank === 0 || (shareOf(at, place) > from && !labels.has(at))) labels.set(at, place);
    });
  }
  return units.flatMap((unit, at): Drawn[] => {
    const label = labels.get(at);
    if (label !== undefined) return [{ unit, label, counts: 1 }];
    return places.every((place) => shareOf(at, place) < NOTHING_BELOW)
      ? [{ unit, label: NOTHING, counts: NOTHING_COUNTS }]
      : [];
  });
}

/** How much each hashed piece tells: how rare it is among different texts; 0 for what stands in one only. */
function rarityOf(examples: readonly ReaderExample[]): Float32Array {
  const seenIn = new Float64Array(WORD_BINS + LETTER_BINS);
  const texts = new Map(examples.flatMap(({ units }) => units.map((unit) => [unit.text, unit.raw] as const)));
  for (const { ngrams } of texts.values()) {
    for (const bin of ngrams.words.keys()) seenIn[bin] = (seenIn[bin] ?? 0) + 1;
    for (const bin of ngrams.letters.keys()) seenIn[WORD_BINS + bin] = (seenIn[WORD_BINS + bin] ?? 0) + 1;
  }
  return Float32Array.from(seenIn, (count) => (count < 2 ? 0 : 1 + Math.log((1 + texts.size) / (1 + count))));
}
