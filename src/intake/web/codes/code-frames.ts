import { wholeCode } from '../../../domain/sightings/code-at.ts';
import { isMasked } from '../../../domain/sightings/code-shape.ts';
import { namedCode } from '../../../domain/sightings/named-code.ts';
import type { PageLines, RawCode, Shown } from './page-lines.ts';
import { plainText } from './plain-text.ts';
import { saysReveal } from './reveal-words.ts';

const CODE_CHARACTERS_MAX = 40;

/** What of an open element matters for a code that it holds alone. */
export interface CodeFrame {
  readonly element: Element;
  readonly tag: string;
  readonly retired: boolean;
  readonly hidden: boolean;
  readonly breaks: boolean;
  /** `sure`: its class says voucher code; `named`: its class or frame says code; `tag`: only its tag does. */
  readonly code: 'sure' | 'named' | 'tag' | null;
  readonly tail: boolean;
  /** Where it began. */
  readonly line: number;
  readonly offset: number;
}

/** Notes the code that an element made for one holds, when it is left. */
export function readCodeFrame(
  page: PageLines,
  open: readonly CodeFrame[],
  frame: CodeFrame,
  origin: Shown,
): void {
  const { element, line, offset, code: by, tail, retired, hidden } = frame;
  if (by === null && !tail && !isTail(page, open, frame)) return;
  if (page.lines.length - 1 > line) return;
  const text = (page.lines[line]?.text.slice(offset) ?? '').trim();
  if (text === '' || text.length > CODE_CHARACTERS_MAX) return;
  // Several codes in one frame: each has been noted by itself.
  const inner = page.raw.at(-1);
  if (
    inner?.how === 'element' &&
    inner.line === line &&
    inner.code !== text &&
    element.contains(inner.element) &&
    /\s/.test(text)
  )
    return;
  // One code in several pieces.
  if (by !== null && !/\s/.test(text)) {
    while (isPiece(page.raw.at(-1), { element, line, text })) page.raw.pop();
  }
  const cut = (tail || (text.length <= 5 && inReveal(open))) && /^[\p{Lu}\p{N}-]{2,6}$/u.test(text);
  const words = /\p{Ll}/u.test(text) ? null : namedCode(text);
  const code = cut
    ? { code: `${dotsBefore(element)}${text}`, masked: true }
    : (wholeCode(text) ?? (by === 'sure' ? words : null));
  if (code === null) return;
  const shown = hidden ? 'template' : origin;
  const { code: said, masked } = code;
  const sure = by === 'sure' && !tail;
  const weak = by !== 'named' && by !== 'sure';
  const names = element.getAttribute('class') ?? '';
  page.raw.push({ code: said, how: 'element', element, line, sure, weak, by: names, masked, retired, shown });
}

/** The hidden half of a code in an element of its own, just before its end: `••••` and `AN10`. */
function dotsBefore(element: Element): string {
  const before = element.previousElementSibling?.textContent?.trim() ?? '';
  return /^[•●∙⦁·*]{2,20}$/u.test(before) ? before : '';
}

/** A part of a code that an element inside held. */
const isPiece = (
  raw: RawCode | undefined,
  { element, line, text }: { element: Element; line: number; text: string },
): boolean =>
  raw?.how === 'element' &&
  raw.line === line &&
  raw.element !== element &&
  raw.code !== text &&
  text.includes(raw.code) &&
  element.contains(raw.element);

/** A mask, or the end of a code inside the button that shows the whole one. */
function isTail(page: PageLines, open: readonly CodeFrame[], { tag, line, offset }: CodeFrame): boolean {
  if (!/^(?:SPAN|DIV|B|EM|I|P)$/.test(tag)) return false;
  const text = page.lines.length - 1 === line ? (page.lines[line]?.text.slice(offset).trim() ?? '') : '';
  if (text.length >= 4 && text.length <= 20 && !/[\s\p{Ll}]/u.test(text) && isMasked(text)) return true;
  return text.length >= 2 && text.length <= 5 && /^[\p{Lu}\p{N}]+$/u.test(text) && inReveal(open);
}

function inReveal(open: readonly CodeFrame[]): boolean {
  const control = open.slice(-3).find(({ tag, element }) => {
    const names = element.getAttribute('class') ?? '';
    return (
      tag === 'BUTTON' || tag === 'A' || /(?:^|[-_\s])(?:btn|button|reveal|cta)(?:[-_\s]|$)/i.test(names)
    );
  });
  return control !== undefined && saysReveal(plainText(control.element, 120));
}
