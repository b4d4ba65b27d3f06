import { findDisclosure } from '../../../domain/pages/find-disclosure.ts';
import type { PageSignals } from '../../../domain/pages/page-signals.ts';
import type { CodeJudge } from '../../../domain/sightings/code-judge.ts';
import { readCodes } from '../codes/read-codes.ts';
import { readLinks } from '../links/read-links.ts';
import { countElements } from './count-elements.ts';
import { readMainText } from './main-text.ts';
import { readMeta } from './meta-of.ts';
import { openDocument } from './open-document.ts';
import type { PageReading, PageSource } from './page-reading.ts';
import { readHead } from './read-head.ts';
import { readStructured } from './read-structured.ts';
import { structuredNodes } from './structured-nodes.ts';

/** Characters that tell a language; more cost time. */
const LANGUAGE_CHARACTERS = 3_000;
/** Fewer letters tell less than what the page declares. */
const LANGUAGE_LETTERS_MIN = 120;

/** What reading a page needs from the engines. */
export interface ReadingParts {
  /** ISO 639-1 of a text, or `und`. */
  readonly detectLanguage: (text: string) => string;
  /** Weighs what is a voucher code; null: rules decide alone. */
  readonly codeJudge: CodeJudge | null;
}

/** Reads everything a page says, without deciding what kind of page it is. */
export function readPage(source: PageSource, { detectLanguage, codeJudge }: ReadingParts): PageReading {
  const { document, notes } = openDocument(source.content, source.contentType);
  const meta = readMeta(document);
  const nodes = structuredNodes(document);
  const structured = readStructured(document, meta, nodes);
  const head = readHead(document, meta, nodes);
  const url = source.url ?? absolute(structured.canonicalUrl);
  const dom = countElements(document, url === null ? null : new URL(url).hostname);
  const affiliateLinks = readLinks(document, { url, ours: source.ours });
  const writtenAt = dateOf(head.modifiedAt ?? head.publishedAt);
  const seen = { url, language: head.declaredLanguage, writtenAt, asOf: source.asOf ?? new Date() };
  const codes = readCodes(document, seen, codeJudge);
  const { page, main, text } = readMainText(document, head.title, structured);
  const disclosure = findDisclosure(
    page,
    main,
    affiliateLinks.map(({ context }) => context),
  );
  // What kind of page a saved one is follows from the codes that held when it was written.
  const heldAt = source.asOf === null ? (writtenAt?.toISOString().slice(0, 10) ?? null) : null;
  const live = codes.filter(
    ({ retired, expires }) => !retired || (heldAt !== null && expires !== null && expires >= heldAt),
  );
  const signals: PageSignals = {
    url,
    title: head.title ?? '',
    headings: main
      .filter(({ kind }) => kind === 'heading')
      .map(({ level, text: words }) => ({ level, text: words })),
    text,
    pageText: page.map(({ text: words }) => words).join('\n'),
    types: structured.types,
    openGraphType: structured.openGraphType,
    products: structured.products.length,
    hasAuthor: head.author !== null,
    hasPublished: head.publishedAt !== null,
    hasDisclosure: disclosure !== null,
    paidLinks: affiliateLinks.length,
    paidTargets: new Set(affiliateLinks.map(({ target, network }) => hostOf(target) ?? network)).size,
    codes: live.length,
    codeMerchants: new Set(live.flatMap(({ merchant }) => merchant ?? [])).size,
    dom,
  };
  const language = languageOf(
    `${head.title ?? ''}\n${text || signals.pageText}`,
    head.declaredLanguage,
    detectLanguage,
  );
  return { head, language, structured, main, text, disclosure, affiliateLinks, codes, signals, notes };
}

function languageOf(text: string, declared: string | null, detect: (text: string) => string): string {
  const letters = text.slice(0, LANGUAGE_CHARACTERS).replaceAll(/[^\p{L}]+/gu, '').length;
  if (letters < LANGUAGE_LETTERS_MIN && declared !== null) return declared;
  const detected = detect(text.slice(0, LANGUAGE_CHARACTERS));
  return detected === 'und' ? (declared ?? 'und') : detected;
}

const absolute = (url: string | null): string | null =>
  url !== null && URL.canParse(url) && /^https?:/i.test(url) ? url : null;

const hostOf = (url: string | null): string | null =>
  url !== null && URL.canParse(url) ? new URL(url).hostname : null;

const dateOf = (iso: string | null): Date | null => (iso === null ? null : new Date(iso));
