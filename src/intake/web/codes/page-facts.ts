import { STRONG_LABEL, WEAK_LABEL } from '../../../domain/sightings/code-words.ts';
import { shopInHeading, shopName } from '../../../domain/sightings/shop-name.ts';
import { keyOf } from './candidate.ts';
import { pageIds } from './page-ids.ts';
import { plainText } from './plain-text.ts';

/** What holds for all codes of a page. */
export interface PageFacts {
  /** The page's subject is codes. */
  readonly aboutCodes: boolean;
  /** Its title and first heading. */
  readonly heading: string;
  /** The shop that the whole page is about or belongs to; null for a page about several, or of a writer. */
  readonly merchant: string | null;
  /** The shop whose own page this is; null on other pages. */
  readonly ownShop: string | null;
  readonly writtenAt: Date | null;
  /** The page's own date, for `ends tonight`; null when it does not say. */
  readonly saidAt: Date | null;
  readonly dayFirst: boolean;
  /** Numbers of goods that the page states for programs, as keys: no codes. */
  readonly numbers: ReadonlySet<string>;
  /** It tells programmers how to use something: names in capitals are that program's. */
  readonly isManual: boolean;
  /** What it calls its own elements and records, in upper case. */
  readonly ids: ReadonlySet<string>;
}

const SHOP_WORDS =
  /add to (?:cart|bag|basket)|add-to-cart|in den (?:warenkorb|einkaufswagen)|ajouter au panier|añadir al carrito|aggiungi al carrello|adicionar ao carrinho|in winkelwagen|do koszyka|lägg i varukorg|cart-drawer|minicart|mini-cart|shopping[- ]bag|"@type"\s?:\s?"Product"/i;
const MONTH_FIRST = new Set(['us', 'ph']);
const NUMBERS_MAX = 2_000;
const SCRIPT_CHARACTERS_MAX = 200_000;
const TEXT_CHARACTERS_MAX = 300_000;

export function pageFacts(document: Document, url: string | null, language: string | null): PageFacts {
  const title = plainText(document.querySelector('title') ?? document.createElement('p'), 300);
  const heading = plainText(document.querySelector('h1') ?? document.createElement('p'), 300);
  const both = `${title} ${heading}`;
  const aboutCodes =
    both.search(STRONG_LABEL) !== -1 ||
    both.search(WEAK_LABEL) !== -1 ||
    /coupon|gutschein|voucher|promo-?code/i.test(url ?? '');
  const structured = [...document.querySelectorAll('script[type="application/ld+json"]')]
    .map((script) => (script.textContent ?? '').slice(0, SCRIPT_CHARACTERS_MAX))
    .join('\n');
  const own = ownShop(document, title, url, structured);
  const said = writtenAt(document, structured);
  return {
    aboutCodes,
    heading: both,
    ownShop: aboutCodes ? null : own,
    merchant: (aboutCodes ? (shopInHeading(heading) ?? shopInHeading(title)) : null) ?? own,
    writtenAt: said,
    saidAt: said,
    dayFirst: isDayFirst(document, url, language),
    numbers: numbersOf(document, structured),
    isManual: isManual(document, both),
    ids: pageIds(document),
  };
}

const MANUAL =
  /(?<![\p{L}\p{N}])(?:APIs?|endpoints?|webhooks?|SDK|curl|JSON|HTTP|GraphQL|SQL|schema|enum|boolean|string|integer|null|request body|response|query parameter)(?![\p{L}\p{N}])/gu;
const MANUAL_WORDS_MIN = 8;
const MANUAL_PROGRAMS_MIN = 3;

/** Whether a page is a program's manual: its words are, and it shows source. */
function isManual(document: Document, heading: string): boolean {
  const programs = document.querySelectorAll('pre, code').length;
  if (programs < MANUAL_PROGRAMS_MIN) return false;
  const text = document.body ? plainText(document.body, 40_000) : '';
  const words = (text.match(MANUAL) ?? []).length;
  return (
    words >=
    (/\bAPI|reference|documentation|developer|docs\b/i.test(heading)
      ? MANUAL_WORDS_MIN / 2
      : MANUAL_WORDS_MIN)
  );
}

const NUMBER =
  /"(?:sku|mpn|gtin\d{0,2}|productID|model|isbn|serialNumber|orderNumber)"\s?:\s?"([^"]{3,40})"/g;

function numbersOf(document: Document, structured: string): ReadonlySet<string> {
  const marked = document.querySelectorAll(
    '[itemprop="sku"], [itemprop="mpn"], [itemprop="productID"], [itemprop="model"]',
  );
  const said = [...structured.matchAll(NUMBER)].map(({ 1: number }) => number ?? '');
  const shown = [...marked]
    .slice(0, NUMBERS_MAX)
    .map((each) => each.getAttribute('content') ?? plainText(each, 40));
  return new Set([...said.slice(0, NUMBERS_MAX), ...shown].map(keyOf));
}

/** The shop whose page this is: it sells things itself. */
function ownShop(document: Document, title: string, url: string | null, structured: string): string | null {
  const text = document.body ? plainText(document.body, TEXT_CHARACTERS_MAX) : '';
  if (!SHOP_WORDS.test(structured) && !SHOP_WORDS.test(text)) return null;
  const said = document.querySelector('meta[property="og:site_name"]')?.getAttribute('content')?.trim();
  if (said) return said.slice(0, 120);
  const last =
    title
      .split(/\s[|–—:-]\s|\|/u)
      .at(-1)
      ?.trim() ?? '';
  if (title.includes(last) && last !== title && shopName(last) !== null) return last.slice(0, 120);
  const host =
    url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '').split('.')[0] : null;
  return host ? host.slice(0, 120) : null;
}

function writtenAt(document: Document, structured: string): Date | null {
  const said = [
    document.querySelector('meta[property="article:modified_time"]')?.getAttribute('content'),
    document.querySelector('meta[property="article:published_time"]')?.getAttribute('content'),
    /"dateModified"\s?:\s?"([^"]{8,40})"/.exec(structured)?.[1],
    /"datePublished"\s?:\s?"([^"]{8,40})"/.exec(structured)?.[1],
    document.querySelector('time[datetime]')?.getAttribute('datetime'),
  ];
  for (const text of said) {
    const date = text ? new Date(text) : null;
    if (date && !Number.isNaN(date.getTime())) return date;
  }
  return null;
}

/** Only pages in American English write the month first. */
function isDayFirst(document: Document, url: string | null, language: string | null): boolean {
  const said = (document.documentElement?.getAttribute('lang') ?? '').toLowerCase();
  const country = said.split(/[-_]/)[1];
  if (country !== undefined) return !(MONTH_FIRST.has(country) && said.startsWith('en'));
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname : '';
  if (/\.(?:uk|ie|au|nz|in|za|eu)$/.test(host)) return true;
  if ((said.slice(0, 2) || language || 'en') !== 'en') return true;
  const text = document.body ? plainText(document.body, TEXT_CHARACTERS_MAX) : '';
  return /£\s?\d/.test(text) && !/\$\s?\d/.test(text);
}
