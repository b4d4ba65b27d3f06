import type { FraudPolicy } from './fraud-policy.ts';
import type { Family, Verdict } from './fraud-scores.ts';

/** What the orders of a partner allow to be said about their timing. */
export interface Evidence {
  readonly conversions: number;
  /** Conversions with a usable time to conversion > 0. */
  readonly timed: number;
  /** Conversions without a usable one: no click time, or a clock coarser than 5 s. */
  readonly untimed: number;
}

/** What was found: every family that hit, and those that hit by the stricter rate, which alone may cost money. */
export interface Found {
  readonly families: readonly Family[];
  readonly certain: readonly Family[];
}

/**
 * Severity is the number of independent families: one to watch, two certain ones to hold, three to decline.
 *
 * Without a family a partner is `clean` only when its timing was really tested: too few orders are
 * `insufficient`, orders without usable times `not_identifiable`.
 */
export function verdictOf(
  { families, certain }: Found,
  { conversions, timed, untimed }: Evidence,
  policy: Pick<FraudPolicy, 'conversionsMin'>,
): Verdict {
  if (certain.length >= 3) return 'decline';
  if (certain.length === 2) return 'hold';
  if (families.length > 0) return 'watch';
  if (conversions < policy.conversionsMin) return 'insufficient';
  if (timed >= policy.conversionsMin) return 'clean';
  return untimed >= conversions / 2 ? 'not_identifiable' : 'insufficient';
}
