import type { InboxLimits } from '../../src/model/embedded/inbox/inbox-weights.ts';
import type { CrossFitted } from './cross-fit.ts';

/** A sure answer should be right this often. */
const SURE_RIGHT_MIN = 0.85;
/** Recall comes first: at most so many of those that must be flagged are missed, and as few others as that allows. */
const MISSED_MAX = { human: 0.013, brand: 0.01 };
/** Mails of yet another writer lie lower than those that a limit was chosen on. */
const MARGIN = 0.75;
const TEMPERATURES = Array.from({ length: 36 }, (_, at) => 0.5 + at * 0.05);
const SHARES = Array.from({ length: 190 }, (_, at) => (at + 1) / 200);

/**
 * Chooses limits on mails that the weights have not seen.
 *
 * @param fitted - the learning mails, cross-fitted: how sure an answer is.
 * @param tuning - mails of writers that nothing was learnt from: what is flagged. The learning mails hold far more
 *   cases near the border than an inbox does.
 */
export function chooseLimits(fitted: readonly CrossFitted[], tuning: readonly CrossFitted[]): InboxLimits {
  const temperature = bestTemperature(fitted);
  return {
    temperature,
    sureFrom: sureFrom(fitted, temperature),
    alsoFrom: 0.2,
    humanFrom: recallFirst(
      tuning
        .filter(({ example }) => example.mailCase.labels.mustGoToHuman)
        .map(({ example, found }) => (example.isCaught ? 1 : found.humanChance)),
      MISSED_MAX.human,
    ),
    brandFrom: recallFirst(
      tuning
        .filter(({ example }) => example.mailCase.labels.brandSensitive)
        .map(({ found }) => found.brandChance),
      MISSED_MAX.brand,
    ),
  };
}

/**
 * The temperature that makes confidence a share of right answers, in the mean.
 *
 * Cross-fitted answers carry only their first share, so the temperature is the one whose mean sharpened confidence
 * comes nearest to the share of right answers.
 */
function bestTemperature(fitted: readonly CrossFitted[]): number {
  const right = share(fitted, isRight);
  const gap = (temperature: number): number =>
    Math.abs(
      fitted.reduce((sum, { found }) => sum + sharpened(found.confidence, temperature), 0) / fitted.length -
        right,
    );
  return TEMPERATURES.reduce((best, temperature) => (gap(temperature) < gap(best) ? temperature : best), 1);
}

/** First share against the rest taken as one, which is near enough for one number. */
function sharpened(first: number, temperature: number): number {
  const odds = (first / Math.max(1e-9, 1 - first)) ** (1 / temperature);
  return odds / (1 + odds);
}

function sureFrom(fitted: readonly CrossFitted[], temperature: number): number {
  const limit = SHARES.find((from) => {
    const sure = fitted.filter(({ found }) => sharpened(found.confidence, temperature) >= from);
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

const isRight = ({ example, found }: CrossFitted): boolean => found.intent === example.mailCase.labels.intent;

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? Number.NaN : items.filter(holds).length / items.length;
}
