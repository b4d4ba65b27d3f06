import { READ_FLAGS, type ReadFlag } from '../../src/domain/vetting/text-reading.ts';
import type { ReadLimits } from '../../src/model/embedded/vetting/vetting-weights.ts';

/** An application that was not learnt from, as the reader and the word lists see it. */
export interface JudgedExample {
  /** In the order of `READ_FLAGS`. */
  readonly chances: Float64Array;
  readonly wanted: readonly ReadFlag[];
  readonly byRule: readonly string[];
}

/**
 * Two dozen applications a flag are too few to trust a limit outside of these. The lowest was chosen on 300 applications of
 * another writer.
 */
const CHANCES = Array.from({ length: 31 }, (_, at) => (20 + at) / 100);
/** A hit dismissed wrongly costs what a miss does, so only what is next to impossible is. */
const DISMISSED_SHARE = 1 / 6;
/** Of the applications without a flag, at most so many are given it: with twenty flags, one harmless application in five. */
const FALSE_ALARMS_MAX = 0.0125;

/** For each flag the lowest limit that keeps false alarms rare. Those can be counted; hits are too few to weigh them against. */
export function chooseReadLimits(judged: readonly JudgedExample[]): ReadLimits {
  const foundFrom = READ_FLAGS.map((flag, at) => {
    const without = judged.filter(({ wanted }) => !wanted.includes(flag));
    const alarms = (limit: number): number =>
      without.filter(({ chances, byRule }) => {
        const chance = chances[at] ?? 0;
        return chance >= limit || (byRule.includes(flag) && chance >= limit * DISMISSED_SHARE);
      }).length;
    return CHANCES.find((limit) => alarms(limit) <= FALSE_ALARMS_MAX * without.length) ?? 0.5;
  });
  return { foundFrom, dismissedBelow: foundFrom.map((limit) => limit * DISMISSED_SHARE) };
}
