import { parseHTML } from 'linkedom';
import { findDiscount } from '../../../domain/sightings/find-discount.ts';
import { readDate } from '../../../domain/sightings/find-expiry.ts';
import type { SeenCode } from '../../../domain/sightings/seen-code.ts';
import { keyOf } from './candidate.ts';
import { candidatesOf } from './candidates-of.ts';
import { cardsOf } from './cards.ts';
import { jsonText } from './json-text.ts';
import { merchantOf } from './merchant-of.ts';
import { mergeCodes, type Sighted } from './merge-codes.ts';
import { offerDetails } from './offer-details.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';
import { emptyLines, type PageLines, type Shown } from './page-lines.ts';
import { isTelling } from './reveal-tails.ts';
import { attributeOffers, scriptOffers } from './script-offers.ts';
import type { StateOffer } from './state-offers.ts';
import { styledCodes } from './styled-codes.ts';
import { walkPage } from './walk-page.ts';
import { withoutShownMasks } from './without-shown-masks.ts';

export interface CodesPage {
  /** Where the page stands; null for a file without an address. */
  readonly url: string | null;
  /** ISO 639-1, or null when unknown. */
  readonly language: string | null;
  /** When the page was written, for `ends tonight`; by default what the page itself says, null when it does not. */
  readonly writtenAt?: Date | null;
  /** When it was fetched; offers that ended before are retired. Now by default. */
  readonly asOf?: Date;
}

const CODES_MAX = 5_000;
const ASIDES_MAX = 300;
const TEXT_LINES_MAX = 2_000;
const ASIDE_CHARACTERS_MAX = 200_000;
const ABOUT_CODES =
  /coupon|voucher|gutschein|cupom|cup[óo]n|kupon|promo|rabatt|discount|descuento|korting|sconto|(?:code|kod|codigo|código|codice)s?[\s:="']/i;
const CDATA = /^\[CDATA\[([\s\S]*?)\]{0,2}$/;

/** Every voucher code of a page, masked and retired ones marked; the same code for the same shop once. */
export function readCodes(
  document: Document,
  { url, language, writtenAt, asOf = new Date() }: CodesPage,
): SeenCode[] {
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
  const today = asOf.toISOString().slice(0, 10);
  const scripts = scriptOffers(document);
  readTexts([...descriptionsOf(document), ...scripts.texts], page);
  const offers = [...scripts.offers, ...attributeOffers(page.states)];
  const sighted = [...seenIn(page, facts, offers), ...offers.map((offer) => fromState(offer, facts))];
  return mergeCodes(
    sighted.map((each) => (each.seen.expires !== null && each.seen.expires < today ? retire(each) : each)),
  );
}

const retire = (sighted: Sighted): Sighted => ({ ...sighted, seen: { ...sighted.seen, retired: true } });

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

function seenIn(page: PageLines, facts: PageFacts, offers: readonly StateOffer[]): Sighted[] {
  const found = candidatesOf(page, facts).slice(0, CODES_MAX);
  const candidates = withoutShownMasks(found, new Set(offers.map(({ code }) => keyOf(code)))).filter(
    isTelling,
  );
  const byLine = Map.groupBy(candidates, ({ line }) => line);
  const cardOf = cardsOf(candidates, page);
  return candidates.map((candidate) => {
    const card = cardOf(candidate);
    const others = [...(byLine.get(candidate.line) ?? []), ...(byLine.get(card.last + 1) ?? [])];
    const { sentence, ...details } = offerDetails(candidate, { card, others, page, facts });
    const merchant = merchantOf(candidate, card, sentence, page, facts);
    const { code, masked, shown } = candidate;
    const hidden = shown === 'comment' || shown === 'template';
    return {
      depth: hidden ? 2 : shown === 'state' ? 1 : 0,
      sureShop: merchant.sure,
      seen: {
        ...details,
        code,
        masked,
        merchant: merchant.name?.slice(0, 120) || null,
        how: shown === 'shown' ? candidate.how : shown,
        retired: hidden || details.retired,
      },
    };
  });
}

function fromState(offer: StateOffer, facts: PageFacts): Sighted {
  const { code, masked, retired, terms, discount } = offer;
  const expires = offer.expires === null ? null : readDate(offer.expires, facts);
  const merchant = offer.merchant ?? facts.merchant;
  const quote = [offer.merchant, discount, terms]
    .filter((part) => part !== null)
    .join(' · ')
    .slice(0, 300);
  const said = discount === null ? null : (findDiscount(discount) ?? discount);
  return {
    depth: 1,
    sureShop: offer.merchant !== null,
    seen: {
      code,
      merchant,
      discount: said,
      terms,
      expires,
      masked,
      retired,
      how: offer.structured ? 'structured' : 'state',
      quote,
    },
  };
}
