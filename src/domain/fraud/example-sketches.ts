import type { ClickSketch, ConversionSketch, FraudInput } from './sketch.ts';
import { TTC_BIN_COUNT, ttcBin } from './ttc-bins.ts';

/** An empty conversion sketch for tests, with what the test cares about filled in. */
export function exampleConversions(filled: Partial<ConversionSketch> = {}): ConversionSketch {
  return {
    partnerId: 'p1',
    day: '2026-06-20',
    network: 'n1',
    device: 'mobile',
    customerType: 'new',
    currency: 'GBP',
    conversions: 0,
    timed: 0,
    notAfterClick: 0,
    underOneSecond: 0,
    underTenSeconds: 0,
    fast: 0,
    clicksOnTens: 0,
    clicksOnFifteens: 0,
    ordersOnTens: 0,
    ordersOnFifteens: 0,
    ttcHistogram: new Array<number>(TTC_BIN_COUNT).fill(0),
    ttcPairs: 0,
    ttcEqualPairs: 0,
    cartKnown: 0,
    inCart: 0,
    cartTimed: 0,
    inCartTimed: 0,
    fastCartKnown: 0,
    fastInCart: 0,
    coded: 0,
    ownCode: 0,
    othersCode: 0,
    buyerKnown: 0,
    buyerRepeats: 0,
    addressKnown: 0,
    addressRepeats: 0,
    commissionMicros: 0n,
    fastCommissionMicros: 0n,
    inCartCommissionMicros: 0n,
    fastOrInCartCommissionMicros: 0n,
    othersCodeCommissionMicros: 0n,
    ...filled,
  };
}

/** As {@link exampleConversions}, from delays in seconds, each worth 1.00 of commission. */
export function exampleDelays(
  delaysSeconds: readonly number[],
  filled: Partial<ConversionSketch> = {},
): ConversionSketch {
  const ttcHistogram = new Array<number>(TTC_BIN_COUNT).fill(0);
  for (const delay of delaysSeconds) ttcHistogram[ttcBin(delay)] = (ttcHistogram[ttcBin(delay)] ?? 0) + 1;
  const fast = delaysSeconds.filter((delay) => delay < 60).length;
  return exampleConversions({
    conversions: delaysSeconds.length,
    timed: delaysSeconds.length,
    underTenSeconds: delaysSeconds.filter((delay) => delay < 10).length,
    fast,
    ttcHistogram,
    commissionMicros: BigInt(delaysSeconds.length) * 1_000_000n,
    fastCommissionMicros: BigInt(fast) * 1_000_000n,
    fastOrInCartCommissionMicros: BigInt(fast) * 1_000_000n,
    ...filled,
  });
}

/** An empty click sketch for tests, with what the test cares about filled in. */
export function exampleClicks(filled: Partial<ClickSketch> = {}): ClickSketch {
  return {
    partnerId: 'p1',
    day: '2026-06-20',
    clicks: 0,
    visitorKnown: 0,
    visitorRepeats: 0,
    engagementKnown: 0,
    engaged: 0,
    referrerGiven: 0,
    referrerCompared: 0,
    referrerForeign: 0,
    addressKnown: 0,
    burstClicks: 0,
    minuteBurstClicks: 0,
    agentKnown: 0,
    botAgents: 0,
    hours: new Array<number>(24).fill(0),
    ...filled,
  };
}

const DAYS = ['2026-06-20', '2026-05-20', '2026-04-20'] as const;

/**
 * A small programme for tests: honest content partners `h1`… with 120 orders in three months, 2 to 6 of
 * them fast, and what the test adds.
 */
export function exampleProgramme(honest: number, added: readonly ConversionSketch[] = []): FraudInput {
  const conversions = Array.from({ length: honest }, (_, index) =>
    DAYS.map((day, month) => {
      const fast = Math.floor((2 + (index % 5) + month) / 3);
      const delays = Array.from({ length: 40 }, (_unused, order) =>
        order < fast ? 35 + order : 600 + 97 * order,
      );
      return exampleDelays(delays, { partnerId: `h${index + 1}`, day });
    }),
  ).flat();
  const all = [...conversions, ...added];
  const partners = [...new Set(all.map(({ partnerId }) => partnerId))];
  return {
    asOf: '2026-06-30T12:00:00Z',
    historyFrom: '2026-04-02',
    partners: partners.map((partnerId) => ({ partnerId, type: 'content', buyers: null })),
    conversions: all,
    clicks: [],
  };
}

/** A partner's three months of orders, the same delays every month. */
export function exampleMonths(
  partnerId: string,
  delaysSeconds: readonly number[],
  filled: Partial<ConversionSketch> = {},
): ConversionSketch[] {
  return DAYS.map((day) => exampleDelays(delaysSeconds, { partnerId, day, ...filled }));
}
