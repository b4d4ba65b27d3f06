import type { CodeIndex } from './code-index.ts';
import type { Found } from './found.ts';
import { alikeKey } from './look-alikes.ts';
import { loosened, type Mask, maskTest, shownLength } from './read-mask.ts';

/** More codes than this behind one mask: it tells none apart. */
const FOUND_MAX = 200;
/** How much a mask says whose shown characters are look-alikes of the code's: not enough to name it. */
const ALIKE = 0.6;
/** How much a mask says whose length fits no code. */
const LOOSE = 0.8;
/** Sites that paint always the same paint at least this many signs; fewer most likely are one for each character. */
const PAINTED_MIN = 6;

/** The codes that could stand behind a mask, each with how much the shown characters say for it. */
export function behindMask(mask: Mask, index: CodeIndex): Found[] {
  const shown = shownLength(mask);
  const weight = weightOf(mask, shown);
  const found = fitting(mask, index, weight);
  if (found.length > 0) return found;
  const isPainted = mask.gaps.some((gap) => gap !== null && gap >= PAINTED_MIN);
  return fitting(loosened(mask), index, (isPainted ? weight : Math.min(weight, 0.6)) * LOOSE);
}

/** Each shown character rules out most codes; one or two shown characters rule out too few, unless the length is known too. */
function weightOf({ gaps }: Mask, shown: number): number {
  if (shown <= 1) return 0.3;
  if (shown === 2) return gaps.every((gap) => gap !== null) ? 0.6 : 0.5;
  return Math.min(0.98, 0.75 + 0.06 * (shown - 2));
}

function fitting(mask: Mask, { keys, masks }: CodeIndex, weight: number): Found[] {
  const found = masks.fitting({ ...mask, pieces: mask.pieces.map(alikeKey) }, FOUND_MAX);
  const fits = maskTest(mask);
  const same = found.filter((at) => fits(keys[at] ?? ''));
  // Too many to have seen them all: then one that is written the same is no news.
  if (same.length > 0 && found.length < FOUND_MAX) return same.map((at) => ({ at, weight }));
  return found.map((at) => ({ at, weight: fits(keys[at] ?? '') ? weight : weight * ALIKE }));
}
