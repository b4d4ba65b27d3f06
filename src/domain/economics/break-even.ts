import assert from 'node:assert';

/** What one partner's orders brought over a window, in one currency. All micros, before any affiliate cost. */
export interface OrderMargin {
  /** Quantity × price − discount, of lines whose costs are known. */
  readonly netMicros: bigint;
  /** Of the goods. */
  readonly goodsMicros: bigint;
  /** Shipping and picking; spent on returned orders too. */
  readonly fulfilmentMicros: bigint;
}

export interface MarginTerms {
  /** Share of value that customers keep after the return window, basis points in [0, 10000]. */
  readonly keptBps: number;
  readonly paymentFeeBps: number;
  readonly networkFeeBps: number;
  /** Share of orders that would not have come anyway, basis points in [0, 10000]. */
  readonly incrementalityBps: number;
}

export interface BreakEven {
  /** Contribution margin before commission and network fee, as basis points of kept net value; may be negative. */
  readonly marginBps: number;
  /** The commission rate at which a partner brings nothing, basis points, never below 0. */
  readonly breakEvenBps: number;
}

/**
 * Break-even commission rate = incrementality × margin before affiliate − network fee.
 *
 * Returned goods come back into stock; their fulfilment does not. The payment fee is paid on what was charged.
 *
 * @returns null when nothing is kept or sold: a ratio without a denominator.
 */
export function breakEven(
  { netMicros, goodsMicros, fulfilmentMicros }: OrderMargin,
  terms: MarginTerms,
): BreakEven | null {
  const { keptBps, paymentFeeBps, networkFeeBps, incrementalityBps } = terms;
  assert(keptBps >= 0 && keptBps <= 10_000, 'a share of the whole');
  const keptMicros = (netMicros * BigInt(keptBps)) / 10_000n;
  if (keptMicros <= 0n) return null;
  const goods = (goodsMicros * BigInt(keptBps)) / 10_000n;
  const fee = (netMicros * BigInt(paymentFeeBps)) / 10_000n;
  const marginBps = Number(((keptMicros - goods - fulfilmentMicros - fee) * 10_000n) / keptMicros);
  const breakEvenBps = Math.floor((marginBps * incrementalityBps) / 10_000) - networkFeeBps;
  return { marginBps, breakEvenBps: Math.max(0, breakEvenBps) };
}
