import type { PartnerScore } from '../../../src/domain/fraud/fraud-scores.ts';
import { MICROS_PER_UNIT } from '../../../src/domain/money/micros.ts';
import type { Evidence } from '../../../src/domain/proposals/evidence.ts';

/** A share of orders beside what is usual, from the rule that was hit. */
interface Excess {
  readonly share: number;
  readonly interval: readonly [number, number];
  readonly baseline: number;
}

/**
 * The commission that exceeds what comparable partners would have earned on such orders, with its 95 % interval.
 *
 * @param micros - commission of the orders concerned.
 * @param concerned - `all`: every unpaid order, of which only the excess share is in doubt; `suspects`: only orders
 *   with the sign, some of which an honest partner would have too.
 */
export function excessFigure(
  score: PartnerScore,
  { micros, currency, concerned }: { micros: bigint; currency: string; concerned: 'all' | 'suspects' },
): Evidence {
  const excess = excessOf(score);
  const base = {
    type: 'figure',
    name: 'excess_commission',
    label: 'Commission beyond what comparable partners would have earned this way',
    unit: 'money',
    currency,
    baseline: null,
    qValue: null,
  } as const;
  if (!excess) {
    return {
      ...base,
      value: null,
      interval: null,
      note: 'No share of single orders was found too high; the evidence is about the traffic as a whole.',
    };
  }
  const part = (share: number): number => {
    const beyond = Math.max(0, share - excess.baseline);
    return concerned === 'all' ? beyond : share > 0 ? beyond / share : 0;
  };
  const amount = (share: number): number =>
    Math.round((Number(micros) / Number(MICROS_PER_UNIT)) * part(share) * 100) / 100;
  const [low, high] = excess.interval;
  return {
    ...base,
    value: amount(excess.share),
    interval: [amount(low), amount(high)],
    note:
      concerned === 'all'
        ? 'Share of orders beyond the baseline, times the commission above.'
        : 'Part of the suspect orders that the baseline does not explain, times their commission.',
  };
}

function excessOf(score: PartnerScore): Excess | null {
  if (score.families.includes('timing')) return complete(score.share, score.interval, score.baselineShare);
  const inCart = score.signals.find(({ family, state }) => family === 'in_cart' && state === 'hit');
  return inCart ? complete(inCart.value, inCart.interval, inCart.baseline) : null;
}

function complete(
  share: number | null,
  interval: readonly [number, number] | null,
  baseline: number | null,
): Excess | null {
  return share === null || interval === null || baseline === null ? null : { share, interval, baseline };
}
