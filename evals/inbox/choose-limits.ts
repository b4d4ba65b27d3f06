import type { InboxLimits } from '../../src/model/embedded/inbox/inbox-weights.ts';
import type { CrossFitted } from './cross-fit.ts';

/** A sure answer should be right this often. */
const SURE_RIGHT_MIN = 0.85;
/** Recall comes first: this share of those that must be flagged are, and as few others as that allows. */
const RECALL_MIN = 0.99;
/** Of mails that almost surely want something harmless, hardly one in four hundred must be flagged below this chance. */
const HARMLESS_FROM = 0.1;
const TEMPERATURES = Array.from({ length: 36 }, (_, at) => 0.5 + at * 0.05);
const SHARES = Array.from({ length: 190 }, (_, at) => (at + 1) / 200);
const LIMITS = Array.from({ length: 90 }, (_, at) => 0.001 * 1.075 ** at).filter((limit) => limit < 0.6);

/** Chooses limits on cross-fitted mails, so that none was learnt from by what it is judged with. */
export function chooseLimits(fitted: readonly CrossFitted[]): InboxLimits {
  const temperature = bestTemperature(fitted);
  const human = recallFirst(fitted, {
    isWanted: ({ example }) => example.mailCase.labels.mustGoToHuman,
    isCaught: ({ example }) => example.isCaught,
    hasAlarm: ({ example }) => example.hasAlarm,
    chance: ({ found }) => found.humanChance,
  });
  const brand = recallFirst(fitted, {
    isWanted: ({ example }) => example.mailCase.labels.brandSensitive,
    isCaught: () => false,
    hasAlarm: ({ example }) => example.hasBrandAlarm,
    chance: ({ found }) => found.brandChance,
  });
  return {
    temperature,
    sureFrom: sureFrom(fitted, temperature),
    alsoFrom: 0.2,
    humanFrom: human.plain,
    humanFromAlarmed: human.alarmed,
    humanFromHarmless: HARMLESS_FROM,
    brandFrom: brand.plain,
    brandFromAlarmed: brand.alarmed,
    brandFromHarmless: HARMLESS_FROM,
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

interface Question {
  readonly isWanted: (mail: CrossFitted) => boolean;
  readonly isCaught: (mail: CrossFitted) => boolean;
  readonly hasAlarm: (mail: CrossFitted) => boolean;
  readonly chance: (mail: CrossFitted) => number;
}

/** The pair of limits that flags fewest among those that miss few enough. */
function recallFirst(fitted: readonly CrossFitted[], question: Question): { plain: number; alarmed: number } {
  const mails = fitted.map((mail) => ({
    wanted: question.isWanted(mail),
    caught: question.isCaught(mail),
    alarm: question.hasAlarm(mail),
    harmless: mail.found.isHarmless,
    chance: question.chance(mail),
  }));
  const wantedTotal = mails.filter(({ wanted }) => wanted).length;
  let best = { plain: 0, alarmed: 0, flags: Number.POSITIVE_INFINITY };
  for (const alarmed of LIMITS) {
    for (const plain of LIMITS) {
      if (plain < alarmed) continue;
      let hits = 0;
      let flags = 0;
      for (const { wanted, caught, alarm, harmless, chance } of mails) {
        const from = alarm ? alarmed : harmless ? Math.max(plain, HARMLESS_FROM) : plain;
        if (!caught && chance < from) continue;
        flags += 1;
        hits += wanted ? 1 : 0;
      }
      if (hits >= RECALL_MIN * wantedTotal && flags < best.flags) best = { plain, alarmed, flags };
    }
  }
  return best;
}

const isRight = ({ example, found }: CrossFitted): boolean => found.intent === example.mailCase.labels.intent;

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? Number.NaN : items.filter(holds).length / items.length;
}
