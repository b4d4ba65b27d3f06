import type { Problem } from './application.ts';
import type { VettingFlag } from './flag.ts';
import type { VettingDecision } from './vetting-result.ts';

/** Only these decline. */
export const DECLINING_FLAGS: ReadonlySet<VettingFlag> = new Set([
  'fake_account',
  'hate_or_slur',
  'crypto_scam',
]);
/** These lower score and confidence and decide nothing alone. */
export const SILENT_FLAGS: ReadonlySet<VettingFlag> = new Set(['statistics_insufficient']);

/**
 * The decision rule: three flags decline, any other flag of risk, mismatch, identity or anomaly asks for a person's eye,
 * and a low rate or missing figures decide nothing. Figures that cannot be are never accepted unseen.
 */
export function decide(flags: readonly VettingFlag[], problems: readonly Problem[]): VettingDecision {
  if (flags.some((flag) => DECLINING_FLAGS.has(flag))) return 'decline';
  if (flags.some((flag) => !SILENT_FLAGS.has(flag))) return 'review';
  return problems.some(({ kind }) => kind === 'impossible' || kind === 'contradictory') ? 'review' : 'accept';
}
