import { classifyMail, type MailClass } from '../../src/model/embedded/inbox/classify-mail.ts';
import type { InboxLimits, InboxWeights } from '../../src/model/embedded/inbox/inbox-weights.ts';
import { mailVector } from '../../src/model/embedded/inbox/mail-features.ts';
import type { Example } from './examples.ts';

/** Limits that cut nothing off, for looking at raw chances. */
export const OPEN_LIMITS: InboxLimits = {
  temperature: 1,
  sureFrom: 0,
  alsoFrom: 1,
  humanFrom: 0,
  brandFrom: 0,
};
/** A sure answer should be right this often. */
const SURE_RIGHT_MIN = 0.95;
/** Recall comes first: at most so many of those that must be flagged are missed, and as few others as that allows. */
const MISSED_MAX = { human: 0.013, brand: 0.01 };
/** Mails of yet another writer lie lower than those that a limit was chosen on. */
const MARGIN = 0.6;
const TEMPERATURES = Array.from({ length: 46 }, (_, at) => (5 + at) / 20);
const SHARES = Array.from({ length: 190 }, (_, at) => (at + 1) / 200);

interface Judged {
  readonly example: Example;
  readonly found: MailClass;
}

/**
 * Chooses limits on mails of writers that nothing was learnt from. The learning mails hold far more cases near the border
 * than an inbox does.
 */
export function chooseLimits(tuning: readonly Example[], weights: InboxWeights): InboxLimits {
  const vectors = tuning.map(({ raw, vectors: encoded }) => mailVector(raw, encoded, weights.rarity));
  const judge = (temperature: number): Judged[] =>
    tuning.flatMap((example, at) => {
      const vector = vectors[at];
      const limits = { ...OPEN_LIMITS, temperature };
      return vector === undefined ? [] : [{ example, found: classifyMail(vector, { ...weights, limits }) }];
    });
  // The temperature that makes confidence a share of right answers, in the mean.
  const gap = (judged: readonly Judged[]): number =>
    Math.abs(
      judged.reduce((sum, { found }) => sum + found.confidence, 0) / judged.length - share(judged, isRight),
    );
  const [best] = TEMPERATURES.map((temperature) => ({ temperature, judged: judge(temperature) })).toSorted(
    (a, b) => gap(a.judged) - gap(b.judged),
  );
  if (best === undefined) throw new Error('There is no temperature to choose.');
  const { temperature, judged } = best;
  return {
    temperature,
    sureFrom: sureFrom(judged),
    alsoFrom: 0.2,
    humanFrom: recallFirst(
      judged
        .filter(({ example }) => example.mailCase.labels.mustGoToHuman)
        .map(({ example, found }) => (example.isCaught ? 1 : found.humanChance)),
      MISSED_MAX.human,
    ),
    brandFrom: recallFirst(
      judged
        .filter(({ example }) => example.mailCase.labels.brandSensitive)
        .map(({ found }) => found.brandChance),
      MISSED_MAX.brand,
    ),
  };
}

function sureFrom(judged: readonly Judged[]): number {
  const limit = SHARES.find((from) => {
    const sure = judged.filter(({ found }) => found.confidence >= from);
    return sure.length > 0 && share(sure, isRight) >= SURE_RIGHT_MIN;
  });
  return limit ?? 0.5;
}

/** The highest limit under which no more than the allowed share of these chances lies, less a margin, to three places. */
function recallFirst(chances: readonly number[], missedMax: number): number {
  const sorted = chances.toSorted((a, b) => a - b);
  const lowest = sorted[Math.floor(missedMax * sorted.length)] ?? 0;
  return Math.floor(lowest * MARGIN * 1_000) / 1_000;
}

const isRight = ({ example, found }: Judged): boolean => found.intent === example.mailCase.labels.intent;

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? Number.NaN : items.filter(holds).length / items.length;
}
