import type { FraudScores, PartnerScore } from '../../src/domain/fraud/fraud-scores.ts';
import { isHonest, type Planted } from './planted.ts';

/** Right answers of so many. */
export interface Hits {
  right: number;
  of: number;
}

/** What came out of one or more programmes. */
export interface ProgrammeTally {
  partners: number;
  /** Verdicts hold and decline, and how many of them were right. */
  held: Hits;
  /** Honest partners that were only watched. */
  honestWatched: Hits;
  strong: Hits;
  weak: Hits;
  poachers: Hits;
  stuffers: Hits;
  clickFraudsters: Hits;
  codeAbusers: Hits;
  selfReferrers: Hits;
  /** Partners with fewer than 20 conversions that were called clean. Must stay 0. */
  thinCalledClean: number;
}

const SUSPECT = new Set(['watch', 'hold', 'decline']);
const ENOUGH = 20;

type Check = {
  readonly hits: keyof ProgrammeTally;
  could(score: PartnerScore): boolean;
  found(score: PartnerScore): boolean;
};

const ran = (score: PartnerScore, name: string) =>
  score.signals.some((signal) => signal.name === name && signal.state !== 'not_evaluated');
const has =
  (...families: string[]) =>
  (score: PartnerScore) =>
    SUSPECT.has(score.verdict) && score.families.some((family) => families.includes(family));

/** A planted fraud counts where its traces are in the files at all: usable times, site events, clicks, codes. */
const CHECKS: Partial<Record<Planted, Check>> = {
  strong_hijacker: { hits: 'strong', could: ({ timed }) => timed >= ENOUGH, found: has('timing') },
  weak_hijacker: { hits: 'weak', could: ({ timed }) => timed >= ENOUGH, found: has('timing') },
  poacher: { hits: 'poachers', could: (score) => ran(score, 'waiting_baskets'), found: has('in_cart') },
  stuffer: {
    hits: 'stuffers',
    could: (score) =>
      score.timed >= ENOUGH || ran(score, 'clicks_per_order') || ran(score, 'clicks_without_page'),
    found: has('volume', 'referrer'),
  },
  click_fraudster: {
    hits: 'clickFraudsters',
    could: (score) => ran(score, 'robot_clicks') || ran(score, 'address_bursts'),
    found: has('volume'),
  },
  code_abuser: {
    hits: 'codeAbusers',
    could: (score) => ran(score, 'others_codes'),
    found: has('code_abuse'),
  },
  self_referrer: {
    hits: 'selfReferrers',
    could: (score) => ran(score, 'repeat_buyers'),
    found: has('identity'),
  },
};

export function emptyTally(): ProgrammeTally {
  const none = () => ({ right: 0, of: 0 });
  return {
    partners: 0,
    held: none(),
    honestWatched: none(),
    strong: none(),
    weak: none(),
    poachers: none(),
    stuffers: none(),
    clickFraudsters: none(),
    codeAbusers: none(),
    selfReferrers: none(),
    thinCalledClean: 0,
  };
}

/** Adds one programme's scores, set against what was planted. */
export function addProgramme(
  tally: ProgrammeTally,
  scores: FraudScores,
  planted: ReadonlyMap<string, Planted>,
): void {
  for (const score of scores.partners) {
    const truth = planted.get(score.partner) ?? 'honest';
    tally.partners += 1;
    if (score.conversions < ENOUGH && score.verdict === 'clean') tally.thinCalledClean += 1;
    const held = score.verdict === 'hold' || score.verdict === 'decline';
    if (held) add(tally.held, !isHonest(truth));
    if (isHonest(truth)) add(tally.honestWatched, score.verdict === 'watch');
    const check = CHECKS[truth];
    const hits = check && tally[check.hits];
    if (check && typeof hits === 'object' && check.could(score)) add(hits, check.found(score));
  }
}

function add(hits: Hits, right: boolean): void {
  hits.of += 1;
  if (right) hits.right += 1;
}
