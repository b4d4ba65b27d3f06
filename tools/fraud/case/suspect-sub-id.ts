import type { CaseLine } from '../../../db/queries/fraud/list-case-lines.ts';

/** Fewer suspect orders than this say nothing about where they come from. */
const SUSPECTS_MIN = 10;
const SHARE_MIN = 0.9;
/** The rest has to be large enough to be worth keeping. */
const OTHERS_MIN = 20;

/**
 * The sub-ID that nearly all suspect orders come from, when orders without it are many and hardly suspect.
 *
 * Blocking it alone stops the thief and leaves the sub-network's honest sources as they are.
 *
 * @returns `null` when the whole partner is meant.
 */
export function suspectSubId(lines: readonly CaseLine[], suspects: readonly CaseLine[]): string | null {
  if (suspects.length < SUSPECTS_MIN) return null;
  const bySubId = [...Map.groupBy(suspects, ({ subId }) => subId ?? '')];
  const [top] = bySubId.sort(([, left], [, right]) => right.length - left.length);
  if (!top || top[0] === '' || top[1].length < SHARE_MIN * suspects.length) return null;
  const others = lines.filter(({ subId }) => subId !== top[0]).length;
  return others >= OTHERS_MIN && others >= suspects.length ? top[0] : null;
}
