import assert from 'node:assert';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { baselineStrata } from './baseline-strata.ts';
import { commissionAtRisk } from './commission-at-risk.ts';
import type { FraudPolicy } from './fraud-policy.ts';
import {
  Family,
  type FraudScores,
  type PartnerScore,
  type Signal,
  type WindowScore,
} from './fraud-scores.ts';
import type { FraudWindow } from './fraud-windows.ts';
import { type Gathered, gatherSignals } from './gather-signals.ts';
import { addHistograms, compareHistograms, histogramMedianSeconds } from './histogram.ts';
import { overWindows, sumCounts } from './share-counts.ts';
import { expectedShare } from './share-test.ts';
import type { FraudInput } from './sketch.ts';
import { stratumLabel } from './stratum-label.ts';
import { type Tally, tallyPartners, total } from './tally.ts';
import { verdictOf } from './verdict.ts';

/**
 * Scores every partner of a programme.
 *
 * Pure: the same rows in any order, split over any number of sketches of a window, give the same answer.
 * Partners come back in the order given.
 */
export function scorePartners(input: FraudInput, policy: FraudPolicy): FraudScores {
  const { tallies, windows } = tallyPartners(input, policy);
  const gathered = gatherSignals(tallies, policy, windows.length);
  const histograms = new Map(
    [...Map.groupBy(tallies, ({ type }) => type)].map(([type, members]) => [type, histogramOf(members)]),
  );
  return {
    asOf: input.asOf,
    baseline: baselineStrata(
      tallies,
      gathered.map(({ fast }) => fast),
    ),
    partners: tallies.map((tally, index) => {
      const own = gathered[index];
      assert(own, 'every partner has its signals');
      return scoreOf(tally, own, windows, histograms.get(tally.type) ?? [], policy);
    }),
  };
}

function scoreOf(
  tally: Tally,
  { signals, fast }: Gathered,
  windows: readonly FraudWindow[],
  typeHistogram: readonly number[],
  policy: FraudPolicy,
): PartnerScore {
  const found = { families: familiesOf(signals, 1), certain: familiesOf(signals, policy.falseDiscoveryRate) };
  const { families } = found;
  const conversions = total(tally, (sums) => sums.conversions);
  const { k, n, baseline } = fast.minute;
  const untimed = conversions - total(tally, (sums) => sums.timed);
  const histogram = histogramOf([tally]);
  const atRiskByCurrency = commissionAtRisk(tally.byCurrency, families);
  return {
    partner: tally.partnerId,
    stratum: decidingStratum(tally, fast),
    conversions,
    timed: n,
    fast: k,
    share: n > 0 ? k / n : null,
    interval: wilsonInterval(k, n),
    baselineShare: baseline,
    qValue: fast.qValue,
    verdict: verdictOf(found, { conversions, timed: n, untimed }, policy),
    families,
    signals: [...signals],
    atRisk: atRiskByCurrency[0] ?? null,
    atRiskByCurrency,
    notAfterClick: total(tally, (sums) => sums.notAfterClick),
    underOneSecond: total(tally, (sums) => sums.underOneSecond),
    underTenSeconds: total(tally, (sums) => sums.underTenSeconds),
    medianSeconds: histogramMedianSeconds(histogram),
    strata: strataOf(tally, fast),
    windows: windowsOf(tally, fast, windows),
    histogram: compareHistograms(histogram, typeHistogram),
  };
}

/** Families with a signal that hit at a false discovery rate; a signal that is no test has none, and always counts. */
function familiesOf(signals: readonly Signal[], rate: number): Family[] {
  const hits = signals.filter(({ state, qValue }) => state === 'hit' && (qValue ?? 0) <= rate);
  return Family.options.filter((option) => hits.some(({ family }) => family === option));
}

function histogramOf(tallies: readonly Tally[]): number[] {
  return addHistograms(tallies.flatMap(({ cells }) => cells.map(({ sums }) => sums.ttcHistogram)));
}

/** The stratum with the smallest p-value; the type as a whole when pooling its strata says more. */
function decidingStratum(tally: Tally, { minute }: Gathered['fast']): string {
  const worst = [...minute.strata].sort((left, right) => left.pValue - right.pValue)[0];
  const inCorner = worst && minute.pooled && worst.pValue < minute.pooled.pValue;
  return inCorner ? stratumLabel(tally.type, worst.device, worst.customerType) : stratumLabel(tally.type);
}

function strataOf(tally: Tally, { minute }: Gathered['fast']): PartnerScore['strata'] {
  return overWindows(fastCells(tally)).map((cell) => {
    const tested = minute.strata.find(
      ({ device, customerType }) => device === cell.device && customerType === cell.customerType,
    );
    return {
      stratum: stratumLabel(tally.type, cell.device, cell.customerType),
      conversions: cell.n,
      fast: cell.k,
      share: cell.n > 0 ? cell.k / cell.n : null,
      interval: wilsonInterval(cell.k, cell.n),
      baselineShare: expectedShare(minute.measure, [cell]),
      pValue: tested?.pValue ?? null,
    };
  });
}

function windowsOf(
  tally: Tally,
  { minute }: Gathered['fast'],
  windows: readonly FraudWindow[],
): WindowScore[] {
  const { windowCounts, windowSpan } = minute;
  return windowCounts.map((counts, index) => {
    const newest = windows[index * windowSpan];
    const oldest = windows[(index + 1) * windowSpan - 1];
    assert(newest && oldest, 'the windows looked at lie within the history');
    const inside = fastCells(tally).filter(({ window }) => Math.floor(window / windowSpan) === index);
    const { k, n } = sumCounts(inside);
    const [from, to] = [`${oldest.fromDay}T00:00:00Z`, `${newest.toDay}T23:59:59Z`];
    return { from, to, conversions: n, fast: k, counts };
  });
}

function fastCells({ cells }: Tally) {
  return cells.map(({ device, customerType, window, sums }) => ({
    device,
    customerType,
    window,
    k: sums.fast,
    n: sums.timed - sums.notAfterClick,
  }));
}
