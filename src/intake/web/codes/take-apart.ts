import { parseHTML } from 'linkedom';
import { jsonText } from './json-text.ts';
import { isOwnNumber } from './own-number.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';
import { emptyLines, type PageLines, type Shown } from './page-lines.ts';
import { attributeOffers, scriptOffers } from './script-offers.ts';
import type { StateOffer } from './state-offers.ts';
import { styledCodes } from './styled-codes.ts';
import { walkPage } from './walk-page.ts';

export interface CodesPage {
  /** Where the page stands; null for a file without an address. */
  readonly url: string | null;
  /** ISO 639-1, or null when unknown. */
  readonly language: string | null;
  /** When the page was written, for `ends tonight`; by default what the page itself says, null when it does not. */
  readonly writtenAt?: Date | null;
  /** When it was fetched; offers that ended before are retired. Now by default. */
  readonly asOf?: Date;
  /** Whether a code is one of somebody's own: where one stands, less has to speak for it. */
  readonly isKnown?: (code: string) => boolean;
}

/** A page taken apart, before it is decided what on it is a code. */
export interface PageParts {
  readonly page: PageLines;
  readonly facts: PageFacts;
  /** Objects with codes in the page's state, those too that rules doubt. */
  readonly offers: readonly StateOffer[];
  /** The day it was fetched, YYYY-MM-DD. */
  readonly today: string;
  readonly isKnown: (code: string) => boolean;
}

const ASIDES_MAX = 300;
const TEXT_LINES_MAX = 2_000;
const ASIDE_CHARACTERS_MAX = 200_000;
const ABOUT_CODES =
  /coupon|voucher|gutschein|cupom|cup[óo]n|kupon|promo|rabatt|discount|descuento|korting|sconto|(?:code|kod|codigo|código|codice)s?[\s:="']/i;
const CDATA = /^\[CDATA\[([\s\S]*?)\]{0,2}$/;

/** What a page holds that may be codes: its lines as readers see them, its attributes, its state. */
export function takeApart(
  document: Document,
  { url, language, writtenAt, asOf = new Date(), isKnown = () => false }: CodesPage,
): PageParts {
  const said = pageFacts(document, url, language);
  const saidAt = writtenAt ?? said.writtenAt;
  const facts = { ...said, saidAt, writtenAt: saidAt ?? asOf };
  const page = emptyLines(styledCodes(document));
  if (document.documentElement) walkPage(document.documentElement, page, 'shown');
  readAsides(page);
  const text = document.body?.textContent?.trim() ?? '';
  // A page that is JSON and nothing else: an answer for programs.
  if (/^[{[]/.test(text)) page.states.push({ text, name: '' });
  readWrittenStates(page);
  const scripts = scriptOffers(document);
  readTexts([...descriptionsOf(document), ...scripts.texts], page);
  const offers = [...scripts.offers, ...attributeOffers(page.states)];
  page.raw.splice(0, Infinity, ...page.raw.filter((raw) => !isOwnNumber(raw, facts)));
  return { page, facts, offers, today: asOf.toISOString().slice(0, 10), isKnown };
}

/** Comments and templates are markup of their own; a feed's CDATA is text that readers see. */
function readAsides(page: PageLines): void {
  const read = (markup: string, shown: Shown): void => {
    const { document } = parseHTML(
      `<!doctype html><html><body>${markup.slice(0, ASIDE_CHARACTERS_MAX)}</body></html>`,
    );
    walkPage(document.body, page, shown);
  };
  for (const comment of page.comments.splice(0).slice(0, ASIDES_MAX)) {
    const data = CDATA.exec(comment)?.[1];
    if (data !== undefined) read(data, 'shown');
    else if (jsonText(comment) !== null) page.states.push({ text: comment, name: '' });
    else if (!comment.startsWith('[if') && ABOUT_CODES.test(comment)) read(comment, 'comment');
  }
  for (const { markup, shown } of page.templates.splice(0).slice(0, ASIDES_MAX)) {
    if (shown === 'shown' || ABOUT_CODES.test(markup)) read(markup, shown);
  }
}

/** State that stands in the page as text, in an element that no reader sees. */
function readWrittenStates(page: PageLines): void {
  for (const { text } of page.lines)
    if (/^[{[]\s?["{[]/.test(text) && jsonText(text) !== null) page.states.push({ text, name: '' });
}

/** Text from a page's state and description, a line a paragraph. */
function readTexts(texts: readonly string[], page: PageLines): void {
  const lines = [...new Set(texts.flatMap((text) => text.split(/\n+/)))].slice(0, TEXT_LINES_MAX);
  if (lines.length === 0) return;
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  for (const line of lines) {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    document.body.append(paragraph);
  }
  walkPage(document.body, page, 'state');
}

function descriptionsOf(document: Document): string[] {
  const metas = document.querySelectorAll('meta[name="description"], meta[property="og:description"]');
  return [...metas].flatMap((meta) => meta.getAttribute('content') ?? []);
}
