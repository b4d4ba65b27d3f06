import { z } from 'zod';
import { Currency } from '../money/micros.ts';

/** Days since the order at which an age begins; the last has no end. */
export const AGES_FROM_DAYS = [0, 4, 8, 15, 22] as const;

/** Pending commission of one age and what is kept in reserve for its returns. */
export const ReserveRow = z.strictObject({
  currency: Currency,
  fromDays: z.int(),
  lines: z.int(),
  pendingMicros: z.bigint(),
  /** Part of what is pending at that age that still comes back, in basis points. */
  rateBps: z.int(),
  /** Whether the rate is the programme's own, from complete windows; else the policy's. */
  isOwnRate: z.boolean(),
  reserveMicros: z.bigint(),
});
export type ReserveRow = z.infer<typeof ReserveRow>;

/** What an age has behind it in complete windows. */
export interface AgeHistory {
  /** Lines whose window is complete. */
  readonly lines: number;
  /** Commission that was left at that age, and what of it was reversed later, in one currency. */
  readonly leftMicros: bigint;
  readonly reversedLaterMicros: bigint;
}

/**
 * The share of pending commission of an age that will be reversed, in basis points, rounded half up.
 *
 * @returns the policy's rate, until enough windows are complete.
 */
export function reserveRate(
  history: AgeHistory | null,
  policy: { readonly reserveRateBps: number; readonly reserveLinesMin: number },
): { readonly rateBps: number; readonly isOwnRate: boolean } {
  if (history === null || history.lines < policy.reserveLinesMin || history.leftMicros <= 0n) {
    return { rateBps: policy.reserveRateBps, isOwnRate: false };
  }
  const { leftMicros, reversedLaterMicros } = history;
  return {
    rateBps: Number((reversedLaterMicros * 20_000n + leftMicros) / (2n * leftMicros)),
    isOwnRate: true,
  };
}
