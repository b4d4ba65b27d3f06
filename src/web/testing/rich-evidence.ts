import type { MoneyJson } from '../../domain/money/micros.ts';
import type { Evidence } from '../../domain/proposals/evidence.ts';
import type { ProposalLine } from '../../domain/proposals/lines.ts';

const EDGES = [0, 1, 2, 5, 10, 20, 40, 60, 120, 300, 600, 1_800, 3_600, 14_400, 43_200, 86_400, 604_800];
const STRATUM = [0, 0, 0, 1, 1, 1, 1, 6, 13, 14, 19, 15, 14, 8, 5, 3];
const PARTNER = [1, 3, 9, 11, 8, 5, 3, 4, 8, 9, 12, 9, 8, 5, 3, 2];
const share = (counts: readonly number[], index: number): number =>
  (counts[index] ?? 0) / counts.reduce((sum, count) => sum + count, 0);

const signal = (
  name: string,
  family: string,
  state: 'hit' | 'pass' | 'not_evaluated',
  sentence: string,
): Evidence => ({
  type: 'signal',
  name,
  family,
  state,
  sentence,
  value: null,
  baseline: null,
  interval: null,
  qValue: null,
});

/** Evidence of every type, as a fraud case has it. */
export function richEvidence({
  lines,
  money,
  now,
  quote = null,
}: {
  readonly lines: readonly ProposalLine[];
  readonly money: MoneyJson;
  readonly now: Date;
  /** A stranger's words, or null. */
  readonly quote?: string | null;
}): Evidence[] {
  const day = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();
  return [
    {
      type: 'figure',
      name: 'fast_share',
      label: 'Orders less than 60 s after the click',
      value: 0.4,
      unit: 'share',
      currency: null,
      baseline: 0.041,
      interval: [0.35, 0.45],
      qValue: 0.0004,
      note: '165 of 412 orders with a known click; compared with coupon · mobile.',
    },
    {
      type: 'figure',
      name: 'excess_commission',
      label: 'Commission beyond what comparable partners would have earned this way',
      value: 2_190.4,
      unit: 'money',
      currency: money.currency,
      baseline: null,
      interval: [1_880, 2_510],
      qValue: null,
      note: 'Share of orders beyond the baseline, times the commission above.',
    },
    signal(
      'fast_orders',
      'timing',
      'hit',
      '165 of 412 orders (40 %) came less than 60 s after the click, where partners like it show 4.1 %.',
    ),
    signal(
      'waiting_baskets',
      'in_cart',
      'hit',
      '74 % of the orders had a basket before the click, where partners like it show 22 %.',
    ),
    signal(
      'clicks_per_order',
      'volume',
      'pass',
      '10,204 clicks brought 412 orders (4.0 %), where partners of this type bring 3.7 %; robust z 0.4.',
    ),
    signal(
      'repeated_delays',
      'timing',
      'pass',
      '0.2 % of 812 pairs of orders of one day have the same delay to the second; partners typically show 0.2 %.',
    ),
    signal(
      'new_customers',
      'new_to_file',
      'not_evaluated',
      'The feed does not say which customers are new, so this could not be tested.',
    ),
    {
      type: 'histogram',
      question: 'How soon do orders follow the click?',
      stratum: 'coupon · mobile',
      partnerCount: 38,
      medianSeconds: 212,
      bins: STRATUM.map((_, index) => ({
        fromSeconds: EDGES[index] ?? 0,
        toSeconds: EDGES[index + 1] ?? 0,
        partnerShare: share(PARTNER, index),
        stratumShare: share(STRATUM, index),
      })),
    },
    {
      type: 'windows',
      rows: [
        { from: day(30), to: day(0), conversions: 141, fast: 61, counts: true },
        { from: day(60), to: day(30), conversions: 138, fast: 55, counts: true },
        { from: day(90), to: day(60), conversions: 133, fast: 6, counts: false },
      ],
    },
    {
      type: 'orders',
      count: lines.length,
      money,
      sample: lines.slice(0, 12).map((line, index) => ({
        network: line.network,
        conversionId: line.conversionId,
        orderId: `5${index}${line.conversionId.length}7741`,
        convertedAt: day(index + 1),
        ttcSeconds: index === 7 ? null : 4 + index * index * 9,
        inCart: index % 4 === 3 ? null : index % 4 !== 2,
        commission: { micros: line.commissionMicros.toString(), currency: line.currency },
      })),
    },
    ...(quote === null
      ? []
      : [
          {
            type: 'quote',
            text: quote,
            documentId: 'mail-17',
            start: 0,
            end: quote.length,
            sha256: 'a'.repeat(64),
          } as const,
        ]),
    {
      type: 'note',
      title: 'What an honest explanation looks like, and how to appeal',
      text: 'Shoppers who come back to a waiting basket and codes typed at the till can look like this. The partner may answer the letter; a person looks at the orders again before anything final happens.',
    },
  ];
}
