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
 *
 * @param learntOnly - flags that no rule raised, only the learnt reader. Its limits are set so that little is missed, and a
 *   hint as weak as 0.23 passes them: enough to look twice, not to turn a person away. Such a flag asks for an eye instead.
 */
export function decide(
  flags: readonly VettingFlag[],
  problems: readonly Problem[],
  learntOnly: ReadonlySet<VettingFlag> = new Set<VettingFlag>(),
): VettingDecision {
  if (flags.some((flag) => DECLINING_FLAGS.has(flag) && !learntOnly.has(flag))) return 'decline';
  if (flags.some((flag) => !SILENT_FLAGS.has(flag))) return 'review';
  return problems.some(({ kind }) => kind === 'impossible' || kind === 'contradictory') ? 'review' : 'accept';
}
