import { wholeCode } from '../../../domain/sightings/code-at.ts';
import {
  CHECKOUT_WORD,
  ENTER_WORD,
  OFFER_WORD,
  OTHER_CODE_BEFORE,
  STRONG_LABEL,
  WEAK_LABEL,
} from '../../../domain/sightings/code-words.ts';
import { findCodes } from '../../../domain/sightings/find-codes.ts';
import { findDiscount } from '../../../domain/sightings/find-discount.ts';
import { TYPES } from '../../../domain/sightings/lexicon/naming-words.ts';
import { namedCode } from '../../../domain/sightings/named-code.ts';
import { alikeCells } from './alike-cells.ts';
import { besidesControls } from './besides-controls.ts';
import { type Candidate, keyOf } from './candidate.ts';
import { loneCodes } from './lone-codes.ts';
import type { PageFacts } from './page-facts.ts';
import type { PageLine, PageLines, RawCode } from './page-lines.ts';
import { parallelCodes } from './parallel-lines.ts';
import { plainText } from './plain-text.ts';
import { withTails } from './reveal-tails.ts';
import { saysReveal } from './reveal-words.ts';
import { slotCodes } from './slot-codes.ts';
import { tableCodes } from './table-codes.ts';
import { textTables } from './text-tables.ts';

/** Lines before and after that an offer may stand in. */
const NEAR_LINES = 3;
const PAIR_CHARACTERS_MAX = 40;
const CARD_LINE_CHARACTERS = 120;

const has = (pattern: RegExp, text: string): boolean => text.search(pattern) !== -1;

/** Every place of a page where a code stands, what is not meant as a voucher left out. */
export function candidatesOf(
  page: PageLines,
  { aboutCodes: pageAboutCodes, heading, numbers }: PageFacts,
): Candidate[] {
  const offers: (boolean | undefined)[] = [];
  const offerAt = (at: number): boolean => {
    const line = page.lines[at];
    if (!line) return false;
    const known = offers[at] ?? (has(OFFER_WORD, line.text) || findDiscount(line.text) !== null);
    offers[at] = known;
    return known;
  };
  const about = new Map<string, boolean>();
  const aboutCodes = ({ headings, element, menu }: PageLine): boolean => {
    const text = headings.join(' ');
    const known =
      about.get(text) ?? (has(STRONG_LABEL, text) || (has(WEAK_LABEL, text) && has(OFFER_WORD, text)));
    about.set(text, known);
    if (
      /author|user(?!-content)|byline|nick|avatar|member|breadcrumb|menu-?item|nav-?link/i.test(
        element.getAttribute('class') ?? '',
      ) ||
      menu
    )
      return false;
    return known || (pageAboutCodes && !/faq|related|popular|similar/i.test(text));
  };
  const offerNear = (at: number): boolean => {
    for (let near = at - NEAR_LINES; near <= at + NEAR_LINES; near += 1) if (offerAt(near)) return true;
    const line = page.lines[at] ?? page.lines.at(-1);
    return line !== undefined && (aboutCodes(line) || has(OFFER_WORD, line.headings.join(' ')));
  };

  const found: Candidate[] = [];
  const readLine = (line: PageLine, at: number, how: 'text' | 'image'): void => {
    // Lines of a page's state stand beside each other by chance.
    const apart = line.shown === 'state';
    const offer = apart ? offerAt(at) : offerNear(at);
    const around = { setOff: line.setOff, offer, aboutCodes: !apart && aboutCodes(line) };
    for (const code of findCodes(line.text, around)) found.push(inLine(line, at, how, code));
  };
  page.lines.forEach((line, at) => {
    if (line.text.length < 3) return;
    readLine(line, at, 'text');
    const after = page.lines[at + 1];
    if (after && after.text.length <= PAIR_CHARACTERS_MAX) {
      const code = labelledBelow(line, after, offerNear(at));
      if (code) found.push(inLine(after, at + 1, 'text', { ...code, rules: ['line above'] }));
    }
  });
  for (const { line, at } of page.labels) readLine(line, at, 'image');
  for (const raw of page.raw) {
    const line = page.lines[raw.line];
    const about = line === undefined ? pageAboutCodes : aboutCodes(line);
    // What the page is named after is its product, not a code.
    if (!raw.sure && !about && heading.includes(raw.code)) continue;
    const offered = offerNear(raw.line) && !labelledOther(page, raw.line, raw.code);
    if (raw.sure || (offered && stands(raw, line, about)))
      found.push({ ...raw, words: null, rules: [raw.sure ? 'named' : 'shown'] });
  }
  const tables = tableCodes(page, pageAboutCodes);
  const codes = [...found, ...tables.codes, ...textTables(page, pageAboutCodes)];
  codes.push(...loneCodes(page, codes));
  codes.push(...alikeCells(page, codes), ...parallelCodes(page, codes));
  const all = withTails([...codes, ...slotCodes(page, codes)]);
  const parts = Map.groupBy(
    all.filter(({ how }) => how === 'element'),
    ({ line }) => line,
  );
  return all.filter(
    ({ code, how, element, words, line }) =>
      how === 'attribute' ||
      (!page.people.has(keyOf(code)) &&
        !numbers.has(keyOf(code)) &&
        // Several in a row, each in an element of its own, are not one.
        !(
          /\s/.test(code) && parts.get(line)?.some((part) => part.code !== code && code.includes(part.code))
        ) &&
        !(words?.text === code && tables.others.has(element)) &&
        !(words !== null && tables.properties.has(element) && !speaksOfCodes(words.text))),
  );
}

const speaksOfCodes = (text: string): boolean =>
  has(STRONG_LABEL, text) || has(WEAK_LABEL, text) || has(ENTER_WORD, text) || findDiscount(text) !== null;

/** Whether what is not named a voucher may be one: an ordinary word only on a page about codes, a tag only alone in its line. */
function stands(
  { code, how, masked, weak, guessed, element }: RawCode,
  line: PageLine | undefined,
  about: boolean,
): boolean {
  const shape = wholeCode(code)?.shape ?? 'none';
  if (how === 'attribute') {
    const copies = /^(?:strong|mixed)$/.test(shape) || masked || about;
    return (
      copies &&
      (about ||
        (shape === 'strong' && !guessed) ||
        saysReveal(plainText(element.parentElement ?? element, 300)))
    );
  }
  const alone =
    line !== undefined &&
    (line.text.length <= code.length + 12 ||
      (line.text.length <= CARD_LINE_CHARACTERS && besidesControls(line.element) === code));
  if (weak) return masked || (alone && (shape === 'strong' || (about && shape !== 'word')));
  return masked || shape === 'strong' || shape === 'digits' || about || (alone && shape !== 'word');
}

type InText = { code: string; start: number; end: number; masked: boolean };
type RuledText = InText & { rules: readonly string[] };

function inLine(
  line: PageLine,
  at: number,
  how: 'text' | 'image',
  { code, start, end, masked, rules }: RuledText,
): Candidate {
  const retired = line.retired.some(([from, to]) => from <= start && end <= to);
  return {
    code,
    how,
    element: line.element,
    line: at,
    words: { text: line.text, start, end },
    masked,
    retired,
    shown: line.shown,
    rules,
  };
}

/** `Use the code` and, in the next line, nothing but the code. */
function labelledBelow(line: PageLine, after: PageLine, offer: boolean): InText | null {
  const end = line.text.slice(-60).replace(/[\s:=>»→👇⬇-]+$/u, '');
  const last = (pattern: RegExp): RegExpExecArray | undefined =>
    [...end.matchAll(pattern)].findLast(({ index, 0: word }) => index + word.length === end.length);
  const ends = line.text.endsWith(':')
    ? [...end.matchAll(offer ? WEAK_LABEL : STRONG_LABEL)].at(-1)
    : undefined;
  const told =
    offer && line.text.length <= 60 && has(CHECKOUT_WORD, line.text) ? last(ENTER_WORD) : undefined;
  // `Type`, and in the next line nothing but what.
  const typed = offer && after.setOff.length > 0 && TYPES.test(`${line.text.slice(-40)} `);
  if (typed) return namedCode(after.text);
  const label = last(STRONG_LABEL) ?? (offer ? last(WEAK_LABEL) : undefined) ?? ends ?? told;
  if (!label || OTHER_CODE_BEFORE.test(end.slice(0, label.index))) return null;
  // `Code` and beside it, in the same list of properties or row, what it is.
  const isPair =
    /^(?:dt|th|td)$/i.test(line.element.tagName) &&
    /^(?:dd|td)$/i.test(after.element.tagName) &&
    (line.element.tagName === 'DT' || line.element.parentElement?.childElementCount === 2);
  if (isPair && label[0].length >= end.length - 8 && !/s$/i.test(label[0]))
    return namedCode(after.text) ?? withoutControls(after);
  const code = wholeCode(after.text);
  if (code === null || (code.shape === 'word' && after.setOff.length === 0)) return null;
  // A button that shows a code belongs to what stands before it.
  if (code.shape === 'word' && saysReveal(line.text)) return null;
  // A heading `Promo codes` over a list of shops is no label.
  return /s$|y$/i.test(label[0]) && code.shape !== 'strong' && !code.masked ? null : code;
}

/** What a property holds besides the button that shows it. */
function withoutControls({ element, text }: PageLine): InText | null {
  const code = namedCode(besidesControls(element));
  const start = code === null ? -1 : text.indexOf(code.code);
  return code === null || start === -1 ? null : { ...code, start, end: start + code.code.length };
}

/** Whether the words just before an element call it another kind of code. */
function labelledOther({ lines }: PageLines, at: number, code: string): boolean {
  const own = lines[at]?.text ?? '';
  const found = own.indexOf(code);
  const before =
    found > 0 ? own.slice(Math.max(0, found - 40), found) : (lines[at - 1]?.text.slice(-40) ?? '');
  return (
    /(?:sku|order|tracking|item|art(?:ikel)?|model|ref|reference|isbn|ean|asin|serial|invoice|product|booking|confirmation|verification)[\s.#:]{0,4}(?:code|no\.?|number|nr\.?|id)?[\s.#:]{0,4}$/i.test(
      before,
    ) || OTHER_CODE_BEFORE.test(before.replace(/[\s:]*(?:code|kod|código|codice)s?[\s:]*$/i, ''))
  );
}
