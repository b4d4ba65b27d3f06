import { READ_FLAGS, type ReadFlag } from '../../src/domain/vetting/text-reading.ts';
import type { ReadLimits } from '../../src/model/embedded/vetting/vetting-weights.ts';

/** An application that was not learnt from, as the reader and the word lists see it. */
export interface JudgedExample {
  /** In the order of `READ_FLAGS`. */
  readonly chances: Float64Array;
  readonly wanted: readonly ReadFlag[];
  readonly byRule: readonly string[];
}

const CHANCES = Array.from({ length: 46 }, (_, at) => 0.05 + at * 0.01);
/** A hit dismissed wrongly costs what a miss does, so only what is next to impossible is. */
const DISMISSED_SHARE = 1 / 6;
/** A missed risk weighs more than a look in vain. */
const RECALL_WEIGHT = 1.75;
const OFF_TOPIC = READ_FLAGS.indexOf('off_topic');

/**
 * One limit for all flags that one stretch of text may raise, and one for another trade, which is a mean over all; a dozen
 * applications a flag are too few for one limit each.
 */
export function chooseReadLimits(judged: readonly JudgedExample[]): ReadLimits {
  const places = READ_FLAGS.map((_, at) => at);
  const found = bestLimit(
    judged,
    places.filter((at) => at !== OFF_TOPIC),
  );
  const offTopic = bestLimit(judged, [OFF_TOPIC]);
  const foundFrom = places.map((at) => (at === OFF_TOPIC ? offTopic : found));
  return { foundFrom, dismissedBelow: foundFrom.map((limit) => limit * DISMISSED_SHARE) };
}

function bestLimit(judged: readonly JudgedExample[], places: readonly number[]): number {
  const merit = (limit: number): number => {
    let [right, wrong, missed] = [0, 0, 0];
    for (const { chances, wanted, byRule } of judged) {
      for (const at of places) {
        const flag = READ_FLAGS[at];
        if (flag === undefined) continue;
        const chance = chances[at] ?? 0;
        const said = chance >= limit || (byRule.includes(flag) && chance >= limit * DISMISSED_SHARE);
        if (said && wanted.includes(flag)) right += 1;
        else if (said) wrong += 1;
        else if (wanted.includes(flag)) missed += 1;
      }
    }
    const weight = RECALL_WEIGHT ** 2;
    return ((1 + weight) * right) / ((1 + weight) * right + weight * missed + wrong);
  };
  return CHANCES.reduce((best, limit) => (merit(limit) > merit(best) ? limit : best), CHANCES[0] ?? 0.5);
}
