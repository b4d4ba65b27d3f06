import { indexCodes } from '../../src/domain/coupons/code-index.ts';
import { matchCode } from '../../src/domain/coupons/match-code.ts';
import { holds } from '../print-scoreboard.ts';
import type { Metric, SuiteResult, Threshold } from '../suite-result.ts';
import { type CouponCase, couponCases } from './cases.ts';

const TABLE_SIZE = 5_000;
const CASE_COUNT = 10_000;
/** Behind a mask of more codes than this not all are named. */
const CANDIDATES_SEEN = 40;
/** Rules are tried on other seeds; this one is for measuring. */
const SEED = 'coupons:scoreboard';

const THRESHOLDS: Readonly<Record<string, Threshold>> = {
  certainMatched: { atLeast: 0.995 },
  falseMatches: { atMost: 0.01 },
  falseShareOfMatches: { atMost: 0.005 },
  openNamesAll: { atLeast: 0.99 },
};

/** Disguised codes, masks and decoys against a made-up table: what is meant, and what is not. */
export function runCouponEval(): SuiteResult {
  const { table, cases } = couponCases(TABLE_SIZE, CASE_COUNT, SEED);
  const index = indexCodes(table);
  const read = cases.map((each) => ({ each, found: matchCode(each, index) }));
  const share = (among: typeof read, is: (one: (typeof read)[number]) => boolean): Metric => ({
    value: among.length === 0 ? 1 : among.filter(is).length / among.length,
    n: among.length,
    interval: null,
  });
  const isFalse = ({ each, found }: (typeof read)[number]) =>
    found.match !== null && !means(each, found.match);
  const metrics: Record<string, Metric> = {
    certainMatched: share(
      read.filter(({ each }) => each.means !== null),
      ({ each, found }) => found.match === each.means,
    ),
    falseMatches: share(
      read.filter(({ each }) => each.oneOf.length === 0),
      isFalse,
    ),
    falseShareOfMatches: share(
      read.filter(({ found }) => found.match !== null),
      isFalse,
    ),
    openNamesAll: share(
      read.filter(
        ({ each }) => each.means === null && each.oneOf.length > 0 && each.oneOf.length <= CANDIDATES_SEEN,
      ),
      ({ each, found }) => each.oneOf.every((code) => found.candidates.includes(code)),
    ),
  };
  return {
    name: 'coupons',
    n: cases.length,
    metrics,
    thresholds: THRESHOLDS,
    pass: Object.entries(THRESHOLDS).every(([name, limit]) => {
      const measured = metrics[name];
      return measured !== undefined && holds(measured, limit);
    }),
  };
}

const means = ({ means: code, oneOf }: CouponCase, match: string): boolean =>
  match === code || oneOf.includes(match);
