import { keyOf } from './candidate.ts';
import { fitsTail } from './control-tail.ts';
import type { PageFacts } from './page-facts.ts';
import type { RawCode } from './page-lines.ts';

/**
 * Whether an attribute's value is the page's own number of an offer: written without capitals and used as an id elsewhere, or not what
 * the control shows the end of.
 */
export function isOwnNumber({ code, how, element, masked }: RawCode, { ids }: PageFacts): boolean {
  if (how !== 'attribute' || masked) return false;
  return (!/\p{Lu}/u.test(code) && ids.has(keyOf(code))) || fitsTail(code, element) === false;
}
