import type { CodeJudge } from '../../src/domain/sightings/code-judge.ts';
import type { SeenCode } from '../../src/domain/sightings/seen-code.ts';
import { wilsonInterval } from '../../src/domain/statistics/wilson-interval.ts';
import { readCodes } from '../../src/intake/web/codes/read-codes.ts';
import type { Metric } from '../suite-result.ts';
import type { CodesCase } from './read-cases.ts';

/** A page with everything that stands on it. */
export interface CodesPageTruth extends Pick<CodesCase, 'url' | 'language' | 'codes'> {
  readonly asOf: Date;
  readonly open: () => Document;
}

interface Tally {
  found: number;
  wanted: number;
  reported: number;
  right: number;
  retired: number;
  retiredLive: number;
  masked: number;
  maskedFound: number;
  shops: number;
  shopsRight: number;
  dates: number;
  datesRight: number;
}

/**
 * Pages read against what stands on them. `precision` and `recall` count live codes, masked ones included; a retired code that is
 * reported live is a false one in `precision` and counted by itself.
 */
export function scoreCodes(
  pages: readonly CodesPageTruth[],
  judge: CodeJudge | null = null,
): Record<string, Metric> {
  const tally: Tally = {
    found: 0,
    wanted: 0,
    reported: 0,
    right: 0,
    retired: 0,
    retiredLive: 0,
    masked: 0,
    maskedFound: 0,
    shops: 0,
    shopsRight: 0,
    dates: 0,
    datesRight: 0,
  };
  for (const page of pages) {
    const { url, language, asOf } = page;
    countPage(page, readCodes(page.open(), { url, language, asOf }, judge), tally);
  }
  return {
    precision: share(tally.right, tally.reported),
    recall: share(tally.found, tally.wanted),
    maskRecall: share(tally.maskedFound, tally.masked),
    retiredReportedLive: { value: tally.retiredLive, n: tally.retired, interval: null },
    merchantRight: share(tally.shopsRight, tally.shops),
    expiryRight: share(tally.datesRight, tally.dates),
  };
}

export const keyOf = (code: string): string => code.toUpperCase().replaceAll(/\s/g, '');

function countPage({ codes }: CodesPageTruth, seen: readonly SeenCode[], tally: Tally): void {
  const wanted = new Map(codes.map((code) => [keyOf(code.code), code]));
  for (const { code, retired } of seen) {
    if (retired) continue;
    const meant = wanted.get(keyOf(code));
    tally.reported += 1;
    if (meant && (!meant.retired || meant.either)) tally.right += 1;
    if (meant?.retired && !meant.either) tally.retiredLive += 1;
  }
  for (const meant of codes) {
    const found = seen.find(({ code }) => keyOf(code) === keyOf(meant.code));
    if (meant.retired) tally.retired += 1;
    if (!meant.retired && !meant.either) {
      tally.wanted += 1;
      if (found && !found.retired) tally.found += 1;
    }
    if (meant.masked) {
      tally.masked += 1;
      if (found?.masked) tally.maskedFound += 1;
    }
    if (meant.merchant !== null && found) {
      tally.shops += 1;
      if (found.merchant === meant.merchant) tally.shopsRight += 1;
    }
    if (meant.expires !== null && found) {
      tally.dates += 1;
      if (found.expires === meant.expires) tally.datesRight += 1;
    }
  }
}

const share = (right: number, n: number): Metric => ({
  value: n === 0 ? 1 : right / n,
  n,
  interval: wilsonInterval(right, n),
});
