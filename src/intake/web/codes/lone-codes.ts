import { wholeCode } from '../../../domain/sightings/code-at.ts';
import { CHECKOUT_WORD, ENTER_WORD, OTHER_CODE_BEFORE } from '../../../domain/sightings/code-words.ts';
import { findDiscount } from '../../../domain/sightings/find-discount.ts';
import { type Candidate, keyOf } from './candidate.ts';
import { isListItem } from './is-list-item.ts';
import type { PageLines } from './page-lines.ts';
import { slotOf } from './slot-codes.ts';

const LEVELS = 4;
const CODE_CHARACTERS_MAX = 30;
const CARD_CHARACTERS_MAX = 320;
const CARD_LINES_MAX = 12;

const GIFT =
  /(?<!\p{L})(?:free|gratis|kostenlos\p{L}*|umsonst|geschenkt?|offert\p{L}*|gratuit\p{L}*|cadeau|regalo|omaggio|grátis|brinde|darmow\p{L}*|prezent|fri frakt|fri fragt|ilmainen|half price|(?:a|one) (?:third|quarter|fifth) off|first (?:order|purchase|box))(?!\p{L})/iu;
const COPIES =
  /^(?:copy|copier|copiar|copia|kopier|kopi[eo]|kopiuj|skopiuj|kopír|másol|копир|скопир|コピー|复制|複製|복사)/iu;
/** A line that is a price and nothing else belongs to goods. */
const PRICE = /^(?:[$£€¥]|US\$|kr\.?)?\s?\d{1,5}(?:[.,]\d{2})?\s?(?:€|£|\$|zł|kr|kč)?$/iu;
const GOODS =
  /(?<!\p{L})(?:sku|mpn|ean|isbn|art(?:ikel)?[.-]?\s?(?:no|nr)?|r[ée]f(?:erence|érence)?|model(?:l|o|lo)?|modèle|item|size|größe|taille|talla|maat|storlek|add to (?:cart|bag|basket)|in den warenkorb|ajouter au panier)\.?(?!\p{L})/iu;

interface Lone {
  readonly at: number;
  readonly code: string;
  readonly shape: string;
  readonly masked: boolean;
  readonly slot: string | null;
  /** A control that copies stands right after it. */
  readonly copied: boolean;
}

/**
 * Lines that hold one code and nothing else in a card with an offer. Capitals with digits are enough by themselves; anything less
 * only before a control that copies it, or where the same place in another card holds such a code.
 */
export function loneCodes(page: PageLines, candidates: readonly Candidate[]): Candidate[] {
  const known = new Set(candidates.map(({ line }) => line));
  const lone = page.lines.flatMap((_, at) => loneAt(page, at) ?? []);
  const slots = new Set(
    lone.flatMap(({ slot, shape, masked, at }) =>
      slot !== null && shape === 'strong' && !masked && (known.has(at) || isOffered(page, at)) ? [slot] : [],
    ),
  );
  return lone.flatMap(({ at, code, shape, masked, slot, copied }) => {
    const line = page.lines[at];
    if (known.has(at) || line === undefined || shape === 'digits') return [];
    const alike = slot !== null && slots.has(slot);
    const enough = (shape === 'strong' && !masked) || alike || (copied && !/^\p{Lu}\p{Ll}/u.test(code));
    if (!(enough && isOffered(page, at)) && !(shape === 'strong' && !masked && isTold(page, at))) return [];
    const retired = line.retired.length > 0;
    const words = { text: line.text, start: 0, end: code.length };
    return [
      {
        code,
        how: 'element' as const,
        element: line.element,
        line: at,
        words,
        masked,
        retired,
        shown: line.shown,
        rules: ['lone'],
      },
    ];
  });
}

function loneAt({ lines, people }: PageLines, at: number): Lone | null {
  const line = lines[at];
  if (line === undefined || line.text.length > CODE_CHARACTERS_MAX || line.text.length < 4) return null;
  // The control that copies it may stand in the same line.
  const [word = '', ...rest] = line.text.split(' ');
  const text = rest.length > 0 && rest.length <= 2 && COPIES.test(rest.join(' ')) ? word : line.text;
  if (line.shown !== 'shown' || /\s/.test(text) || /^h[1-6]$|^nav$|^th$/i.test(line.element.tagName))
    return null;
  const whole = wholeCode(text);
  if (whole === null || whole.code !== text || people.has(keyOf(whole.code))) return null;
  // Two letters and a number are a size, a model or a chapter.
  if (whole.shape === 'strong' && !whole.masked && !/^\p{Lu}.*\p{L}.*\p{L}|\p{N}.*\p{L}{3}/u.test(whole.code))
    return null;
  const { code, shape, masked } = whole;
  const copied = text !== line.text || COPIES.test(lines[at + 1]?.text ?? '');
  return { at, code, shape, masked, slot: slotOf(line), copied };
}

/** Whether the card around a line takes something off, or gives something, and sells no goods by their number. */
function isOffered(page: PageLines, at: number): boolean {
  let card: Element | null = page.lines[at]?.element ?? null;
  const before = page.lines[at - 1]?.text.slice(-40) ?? '';
  if (OTHER_CODE_BEFORE.test(before) || GOODS.test(before) || (card !== null && hasHeads(card))) return false;
  for (
    let level = 0;
    card !== null && level <= LEVELS && !/^(?:BODY|MAIN|NAV)$/i.test(card.tagName);
    level += 1
  ) {
    const [first, last] = page.ranges.get(card) ?? [at, at];
    if (last - first >= CARD_LINES_MAX) return false;
    const others = page.lines.slice(first, last + 1).filter((_, index) => first + index !== at);
    const text = others.map((line) => line.text).join('\n');
    if (text.length > CARD_CHARACTERS_MAX) return false;
    if (findDiscount(text) !== null || GIFT.test(text))
      return !GOODS.test(text) && !others.some((line) => PRICE.test(line.text));
    if (isListItem(card)) return false;
    card = card.parentElement;
  }
  return false;
}

/** Whether the lines around it say what it gives and where to enter it: `5 € off`, the code, `enter it in your cart`. */
function isTold({ lines }: PageLines, at: number): boolean {
  const near = [lines[at - 2], lines[at - 1], lines[at + 1], lines[at + 2]].map((line) => line?.text ?? '');
  const text = near.filter((each) => each.length <= CARD_CHARACTERS_MAX).join('\n');
  if (OTHER_CODE_BEFORE.test(near[1]?.slice(-40) ?? '') || GOODS.test(text)) return false;
  return (
    (findDiscount(text) !== null || GIFT.test(text)) &&
    near.slice(1, 4).some((each) => each.search(CHECKOUT_WORD) !== -1 && each.search(ENTER_WORD) !== -1)
  );
}

/** Whether it is a cell of a table with heads: those tell where its codes are. */
function hasHeads(cell: Element): boolean {
  const heads = cell.tagName === 'TD' ? cell.closest('table')?.querySelector('tr')?.children : undefined;
  return heads !== undefined && heads.length > 1 && [...heads].every(({ tagName }) => tagName === 'TH');
}
