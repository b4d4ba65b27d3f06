import { wholeCode } from '../../../domain/sightings/code-at.ts';
import type { Candidate } from './candidate.ts';
import type { PageLine, PageLines } from './page-lines.ts';

const LEVELS = 3;
const CODE_CHARACTERS_MAX = 30;
/** So many codes in places of a kind, and a number or a short word in one more is a code too. */
const ALIKE_MIN = 2;

/** Lines that hold one word alone, in a place of the page's markup where other codes stand alone: the next card's code. */
export function slotCodes(page: PageLines, candidates: readonly Candidate[]): Candidate[] {
  const codesOf = new Map<string, Set<string>>();
  const known = new Set<number>();
  for (const { line, code, masked, words } of candidates) {
    known.add(line);
    const at = page.lines[line];
    if (words === null || masked || at?.text !== code) continue;
    const slot = slotOf(at);
    if (slot !== null) codesOf.set(slot, (codesOf.get(slot) ?? new Set()).add(code));
  }
  if (codesOf.size === 0) return [];
  return page.lines.flatMap((line, at) => {
    const { text, element, shown } = line;
    if (known.has(at) || text.length > CODE_CHARACTERS_MAX || text.includes(' ')) return [];
    const slot = slotOf(line);
    const alike = slot === null ? 0 : (codesOf.get(slot)?.size ?? 0);
    const code = alike === 0 ? null : wholeCode(text);
    if (code === null || code.code !== text) return [];
    if (code.shape === 'word' || code.code.includes('&')) return [];
    const doubtful = code.shape === 'digits' || code.code.length < 4;
    if (doubtful && alike < ALIKE_MIN) return [];
    const retired = line.retired.length > 0;
    const words = { text, start: 0, end: text.length };
    return [
      {
        code: text,
        how: 'element' as const,
        element,
        line: at,
        words,
        masked: code.masked,
        retired,
        shown,
        rules: ['slot'],
      },
    ];
  });
}

/** Tags and classes of an element and those above it; null when no class tells it from others. */
export function slotOf({ element }: PageLine): string | null {
  const parts = [element.firstElementChild, element.lastElementChild].map(nameOf);
  let at: Element | null = element;
  for (let level = 0; at !== null && level < LEVELS; level += 1) {
    parts.push(nameOf(at));
    at = at.parentElement;
  }
  return parts.every((part) => part.endsWith('.')) ? null : parts.join('<');
}

const nameOf = (element: Element | null): string =>
  element === null
    ? '.'
    : `${element.tagName}.${(element.getAttribute('class') ?? '').trim().split(/\s+/)[0] ?? ''}`;
