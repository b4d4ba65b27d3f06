import { isMasked } from '../../../domain/sightings/code-shape.ts';
import { type Candidate, keyOf } from './candidate.ts';
import { isListItem } from './is-list-item.ts';

const LEVELS_MAX = 4;

/**
 * Candidates without the masks, and the ends, of codes that stand whole beside them, as `Show code …R20` on a button that holds
 * `WINTER20`, or anywhere in the page's state.
 */
export function withoutShownMasks(
  candidates: readonly Candidate[],
  stateKeys: ReadonlySet<string>,
): Candidate[] {
  const full = candidates.filter(({ masked }) => !masked);
  return candidates.filter(
    (candidate) =>
      !candidate.masked ||
      (![...stateKeys].some((key) => hides(candidate.code, key)) &&
        !full.some((other) => hides(candidate.code, keyOf(other.code)) && areNear(candidate, other))),
  );
}

/** Whether `mask` could stand for the whole code. */
function hides(mask: string, full: string): boolean {
  const key = keyOf(mask);
  if (!isMasked(mask)) return (full.endsWith(key) || full.startsWith(key)) && full !== key;
  if (!/[\p{L}\p{N}]{2}/u.test(key)) return false;
  const parts = key.split(/[^\p{L}\p{N}]+|^X{3,}|X{3,}$/u);
  return full.startsWith(parts[0] ?? '') && full.endsWith(parts.at(-1) ?? '');
}

const WINDOW =
  'dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"], [class*="modal"], [class*="popup"], [class*="lightbox"]';

/** Side by side, or the whole one in a small window over the page. */
function areNear(mask: Candidate, full: Candidate): boolean {
  if (full.element.closest(WINDOW) !== null) return true;
  let above: Element | null = mask.element;
  for (let level = 0; above !== null && above.tagName !== 'BODY' && level <= LEVELS_MAX; level += 1) {
    if (above === full.element || above.contains(full.element)) return true;
    if (isListItem(above)) return false;
    above = above.parentElement;
  }
  return false;
}
