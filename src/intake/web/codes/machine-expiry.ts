import { readDate } from '../../../domain/sightings/find-expiry.ts';
import { namesEnd } from '../../../domain/sightings/names-code.ts';
import type { PageFacts } from './page-facts.ts';
import { plainText } from './plain-text.ts';

const MARKED =
  '[itemprop="validThrough"], [itemprop="expires"], [itemprop="priceValidUntil"], [itemprop="availabilityEnds"], [data-expires], [data-expiry], [data-expiration], [data-end-date], [data-enddate], [data-valid-until], time[datetime][class*="exp"], time[datetime][class*="end"]';
const NAMES = [
  'content',
  'data-expires',
  'data-expiry',
  'data-expiration',
  'data-end-date',
  'data-enddate',
  'data-valid-until',
  'datetime',
  'expires',
  'valid-until',
  'end-date',
];
const UNTIL_HEAD =
  /expir|valid|until|ends?\b|gültig|ablauf|bis\b|jusqu|expiration|fin\b|caduc|válid|vence|hasta|scad|valido|fino|geldig|t\/m|verloop|ważn|do\b|wygasa|gäller|utgår|till\b|term(?:ina|ín)/iu;

const FROM_HEAD =
  /(?<!\p{L})(?:from|since|starts?|begin\p{L}*|published|added|ab|von|seit|gültig ab|depuis|à partir|début|desde|inicio|dal|dalla|inizio|a partire|vanaf|sinds|od|från|fra)(?!\p{L})/iu;

/** The last day that a card's markup states for programs; null when it states none. */
export function machineExpiry(card: Element, facts: PageFacts): string | null {
  if (/^(?:BODY|MAIN|HTML)$/i.test(card.tagName)) return null;
  const elements = [card, ...[...card.querySelectorAll(MARKED)].slice(0, 5)];
  for (const element of elements) {
    const named = element
      .getAttributeNames()
      .find((name) => name.startsWith('data-') && namesEnd(name.slice(5)));
    const until = named && readDate(element.getAttribute(named) ?? '', facts);
    if (until) return until;
    for (const name of NAMES) {
      const value = element === card && name === 'content' ? null : element.getAttribute(name);
      const date = value ? readDate(value, facts) : null;
      if (date !== null) return date;
    }
  }
  return null;
}

/** The date in a table's row, under a head like `valid until`. */
export function rowExpiry(cell: Element, facts: PageFacts): string | null {
  const row = cell.parentElement;
  const heads = [...(row?.closest('table')?.querySelector('tr')?.children ?? [])];
  const column = heads.findIndex((head) => {
    const name = plainText(head, 40);
    return UNTIL_HEAD.test(name) && !FROM_HEAD.test(name);
  });
  const found = row?.children[column];
  return found ? readDate(plainText(found, 80), facts) : null;
}
