import { identifyLink } from '../../../domain/sightings/identify-link.ts';
import { shopInHeading, shopInSentence, shopName } from '../../../domain/sightings/shop-name.ts';
import type { Candidate } from './candidate.ts';
import type { Card } from './cards.ts';
import type { PageFacts } from './page-facts.ts';
import type { PageLines } from './page-lines.ts';
import { plainText } from './plain-text.ts';
import { saysReveal } from './reveal-words.ts';

const SAID = [
  'data-store',
  'data-merchant',
  'data-shop',
  'data-brand',
  'data-retailer',
  'data-store-name',
  'data-merchant-name',
];
const NAMED =
  '[itemprop="seller"], [itemprop="brand"], [class*="merchant"], [class*="store-name"], [class*="storeName"], [class*="shop-name"], [class*="brand-name"], [class*="retailer"], [class*="brand"]';
const SHOP_HEAD =
  /^(?:shop|store|brand|merchant|retailer|company|partner|boutique|marque|enseigne|site|tienda|marca|negozio|loja|winkel|merk|händler|anbieter|marke|sklep|marka|butik|märke|provider|website)/iu;
const ABOVE_MAX = 4;

/** The shop that takes a code: what its card says, its row, its sentence, its link, its heading, and last the page. */
export function merchantOf(
  candidate: Candidate,
  card: Card,
  sentence: string,
  page: PageLines,
  facts: PageFacts,
): Merchant {
  const said =
    inAttributes(card.element) ??
    (card.shared ? null : inElements(card.element)) ??
    (candidate.how === 'table' ? inRow(candidate.element) : null);
  if (said !== null) return { name: said, sure: true };
  const name =
    facts.ownShop ??
    shopInSentence(sentence) ??
    (card.shared ? null : inLink(candidate.words ? candidate.element : card.element)) ??
    inHeadings(page.lines[candidate.line]?.headings ?? []) ??
    facts.merchant;
  return { name: name === candidate.code ? facts.merchant : name, sure: false };
}

export interface Merchant {
  readonly name: string | null;
  /** The markup or a table names it; otherwise it is read from words. */
  readonly sure: boolean;
}

function inAttributes(card: Element): string | null {
  let element: Element | null = card;
  for (let level = 0; element !== null && level < ABOVE_MAX; level += 1) {
    for (const name of SAID) {
      const value = element.getAttribute(name)?.trim();
      if (value && !/[{}]|^\d+$/.test(value)) return value.slice(0, 120);
    }
    element = element.parentElement;
  }
  return null;
}

function inElements(card: Element): string | null {
  if (/^(?:BODY|MAIN|HTML)$/i.test(card.tagName)) return null;
  for (const element of [...card.querySelectorAll(NAMED)].slice(0, 5)) {
    const text = plainText(element, 80) || (element.querySelector('img[alt]')?.getAttribute('alt') ?? '');
    const name = shopName(text.replace(/\s?logo$/i, ''));
    if (name !== null && !saysReveal(name)) return name;
  }
  const logo = card.querySelector('img[alt]')?.getAttribute('alt') ?? '';
  return /\blogo$/i.test(logo) ? shopName(logo.replace(/\s?logo$/i, '')) : null;
}

/** The cell under a head like `Shop`, else the row's first when it is not the code. */
function inRow(cell: Element): string | null {
  const row = cell.parentElement;
  const heads = [...(row?.closest('table')?.querySelector('tr')?.children ?? [])];
  const cells = [...(row?.children ?? [])];
  const column = heads.findIndex((head) => SHOP_HEAD.test(plainText(head, 40)));
  const found = cells[column === -1 ? 0 : column];
  if (!found || found === cell) return null;
  return plainText(found, 80) || null;
}

/** The one shop that the card's links lead to, by their words or by the address they hold. */
function inLink(element: Element): string | null {
  const links = [...element.querySelectorAll('a[href]')].slice(0, 8);
  for (const link of links) {
    const href = link.getAttribute('href') ?? '';
    if (!/^https?:/i.test(href) || !URL.canParse(href)) continue;
    const words = plainText(link, 60);
    const name =
      words.split(' ').length <= 4 &&
      !saysReveal(words) &&
      !/^(?:click|here|shop|buy|get|see|visit|read|view)\b/i.test(words)
        ? shopName(words)
        : null;
    if (name !== null) return name;
    const target = identifyLink(new URL(href))?.target;
    const host = target
      ? new URL(target).hostname.replace(/^(?:www|shop|store|us|uk)\./, '').split('.')[0]
      : undefined;
    if (host && host.length > 2) return host;
  }
  return null;
}

function inHeadings(headings: readonly string[]): string | null {
  for (const heading of headings.slice(1).toReversed()) {
    const shop = shopInHeading(heading) ?? shopInSentence(heading);
    if (shop !== null) return shop;
  }
  return null;
}
