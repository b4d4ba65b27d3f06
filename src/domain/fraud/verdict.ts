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

/**
 * Severity is the number of independent families: one to watch, two to hold, three to decline.
 *
 * Without a family a partner is `clean` only when its timing was really tested: too few orders are
 * `insufficient`, orders without usable times `not_identifiable`.
 */
export function verdictOf(
  families: readonly Family[],
  { conversions, timed, untimed }: Evidence,
  policy: Pick<FraudPolicy, 'conversionsMin'>,
): Verdict {
  if (families.length >= 3) return 'decline';
  if (families.length === 2) return 'hold';
  if (families.length === 1) return 'watch';
  if (conversions < policy.conversionsMin) return 'insufficient';
  if (timed >= policy.conversionsMin) return 'clean';
  return untimed >= conversions / 2 ? 'not_identifiable' : 'insufficient';
}
