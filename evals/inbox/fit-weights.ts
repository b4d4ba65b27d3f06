import { URGENCIES } from '../../src/domain/inbox/urgency.ts';
import type { InboxLimits, InboxWeights } from '../../src/model/embedded/inbox/inbox-weights.ts';
import { FEATURES, mailVector } from '../../src/model/embedded/inbox/mail-features.ts';
import { rarityOf } from '../../src/model/embedded/inbox/rarity.ts';
import { WISHES } from '../../src/model/embedded/inbox/wish.ts';
import { fitLogistic } from '../../src/model/embedded/linear/fit-logistic.ts';
import type { Example } from './examples.ts';

/** Strength of the pull to small weights, and steps of the solver, chosen by cross-validation. */
const FIT = { l2: 1e-4, stepsMax: 45 };
/** Two or four classes give less to learn from than forty wishes. */
const FEW_FIT = { l2: 1e-3, stepsMax: 30 };

/** Learns the three heads from labelled mails. The same mails give the same weights. */
export function fitWeights(examples: readonly Example[], limits: InboxLimits): InboxWeights {
  const rarity = rarityOf(
    examples.map(({ raw }) => raw.ngrams),
    examples.map(({ mailCase }) => mailCase.thread),
  );
  const vectors = examples.map(({ raw, vectors: encoded }) => mailVector(raw, encoded, rarity));
  const head = (classes: number, labelOf: (example: Example) => number): Float32Array =>
    Float32Array.from(
      fitLogistic(
        { vectors, labels: examples.map(labelOf), classes, features: FEATURES },
        classes === WISHES ? FIT : FEW_FIT,
      ),
    );
  return {
    rarity,
    wish: head(WISHES, ({ wish }) => wish),
    human: head(2, ({ mailCase }) => (mailCase.labels.mustGoToHuman ? 1 : 0)),
    brand: head(2, ({ mailCase }) => (mailCase.labels.brandSensitive ? 1 : 0)),
    urgency: head(URGENCIES.length, ({ mailCase }) => URGENCIES.indexOf(mailCase.labels.urgency)),
    limits,
  };
}
