import { URGENCIES } from '../../src/domain/inbox/urgency.ts';
import type { InboxLimits, InboxWeights } from '../../src/model/embedded/inbox/inbox-weights.ts';
import { BLOCKS, FEATURES, mailVector, SCALES } from '../../src/model/embedded/inbox/mail-features.ts';
import { rarityOf } from '../../src/model/embedded/inbox/rarity.ts';
import { WISHES } from '../../src/model/embedded/inbox/wish.ts';
import { fitLogistic } from '../../src/model/embedded/linear/fit-logistic.ts';
import { meanOfFits } from '../../src/model/embedded/linear/mean-of-fits.ts';
import type { SparseVector } from '../../src/model/embedded/linear/sparse-vector.ts';
import type { Example } from './examples.ts';

/** Strength of the pull to small weights, and steps of the solver, chosen on mails of writers that nothing was learnt from. */
const FIT = { l2: 3e-5, stepsMax: 80 };
/** Four degrees of urgency give less to learn from than forty wishes. */
const URGENCY_FIT = { l2: 1e-3, stepsMax: 30 };
/** For the fit that knows a mail by its words and letters alone. */
const PIECES_SCALES: typeof SCALES = {
  words: 3,
  letters: 4,
  subject: 0,
  body: 0,
  concepts: 0,
  ideas: 0,
  pairs: 0,
  marks: 0,
  always: 1,
};

const PIECES = (['words', 'letters', 'always'] as const).map((name) => ({
  ...BLOCKS[name],
  ratio: PIECES_SCALES[name] / SCALES[name],
}));

/** Learns the heads from labelled mails. The same mails give the same weights. */
export function fitWeights(examples: readonly Example[], limits: InboxLimits): InboxWeights {
  const rarity = rarityOf(
    examples.map(({ raw }) => raw.ngrams),
    examples.map(({ mailCase }) => mailCase.thread),
  );
  const vectorsBy = (scales: typeof SCALES): SparseVector[] =>
    examples.map(({ raw, vectors }) => mailVector(raw, vectors, rarity, scales));
  const [whole, pieces] = [vectorsBy(SCALES), vectorsBy(PIECES_SCALES)];
  const head = (classes: number, labelOf: (example: Example) => number): Float32Array => {
    const labels = examples.map(labelOf);
    const learnt = (vectors: readonly SparseVector[]): Float64Array =>
      fitLogistic({ vectors, labels, classes, features: FEATURES }, FIT);
    return meanOfFits(learnt(whole), learnt(pieces), classes, PIECES);
  };
  const urgencies = examples.map(({ mailCase }) => URGENCIES.indexOf(mailCase.labels.urgency));
  const urgency = { vectors: whole, labels: urgencies, classes: URGENCIES.length, features: FEATURES };
  return {
    rarity,
    wish: head(WISHES, ({ wish }) => wish),
    human: head(2, ({ mailCase }) => (mailCase.labels.mustGoToHuman ? 1 : 0)),
    brand: head(2, ({ mailCase }) => (mailCase.labels.brandSensitive ? 1 : 0)),
    urgency: Float32Array.from(fitLogistic(urgency, URGENCY_FIT)),
    limits,
  };
}
