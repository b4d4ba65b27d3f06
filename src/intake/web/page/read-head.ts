import { isoDate } from '../../../domain/pages/iso-date.ts';
import { metaOf, type PageMeta } from './meta-of.ts';
import { type StructuredNode, wordsOf } from './structured-nodes.ts';

/** Who wrote a page when, and what it is called. */
export interface PageHead {
  readonly title: string | null;
  readonly author: string | null;
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  /** As the page declares it, ISO 639-1; null when it does not. */
  readonly declaredLanguage: string | null;
}

const TITLE_MAX = 500;
const AUTHOR_MAX = 200;
const WRITING = /(?:Article|Posting|Review|Recipe|HowTo|WebPage|Product)$/;
const SEPARATOR = /\s+[|•·»–—]\s+|\s+-\s+|\s+::\s+/;

/** @param nodes - of the page's JSON-LD. */
export function readHead(document: Document, meta: PageMeta, nodes: readonly StructuredNode[]): PageHead {
  const written = nodes.filter(({ '@type': type }) =>
    [type].flat().some((name) => typeof name === 'string' && WRITING.test(name)),
  );
  const isProduct = nodes.some(({ '@type': type }) => [type].flat().includes('Product'));
  const said = (key: string): unknown => written.find((node) => node[key] !== undefined)?.[key];
  const author =
    // On a product's page, the authors are those of its reviews.
    (isProduct ? null : wordsOf(said('author'), AUTHOR_MAX)) ??
    metaOf(
      meta,
      ['author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator'],
      AUTHOR_MAX,
    ) ??
    textOf(
      document,
      '[rel="author"], [itemprop="author"], .author-name, .byline a, .byline, .author',
      AUTHOR_MAX,
    );
  return {
    title: titleOf(document, meta),
    author:
      author === null || /^https?:/.test(author)
        ? null
        : author.replace(/^(?:by|von|par|por|di|door)\s+/i, ''),
    publishedAt: isoDate(
      wordsOf(said('datePublished'), 60) ??
        metaOf(
          meta,
          ['article:published_time', 'datePublished', 'date', 'pubdate', 'dc.date', 'parsely-pub-date'],
          60,
        ) ??
        timeOf(document),
    ),
    modifiedAt: isoDate(
      wordsOf(said('dateModified'), 60) ??
        metaOf(meta, ['article:modified_time', 'og:updated_time', 'dateModified', 'last-modified'], 60),
    ),
    declaredLanguage: languageOf(document, meta),
  };
}

/** The page's headline rather than the window's title, where the one is within the other. */
function titleOf(document: Document, meta: PageMeta): string | null {
  const head =
    document.querySelector('head > title, html > title')?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
  const graph = metaOf(meta, ['og:title', 'twitter:title'], TITLE_MAX);
  const headings = [...document.querySelectorAll('h1')]
    .map((heading) => (heading.textContent ?? '').replaceAll(/\s+/g, ' ').trim())
    .filter((words) => words.length > 3);
  const only = headings.length === 1 ? headings[0] : undefined;
  const whole = head || graph || only || '';
  const shared = headings.find(
    (heading) => fold(whole).includes(fold(heading)) && heading.length >= 0.4 * whole.length,
  );
  const title = shared ?? (graph && fold(whole).includes(fold(graph)) ? graph : withoutSite(whole)) ?? only;
  return title.slice(0, TITLE_MAX) || null;
}

const fold = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

function withoutSite(title: string): string {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const [longest = title] = parts.toSorted((a, b) => b.length - a.length);
  return longest.length >= 0.5 * title.length ? longest : title;
}

function textOf(document: Document, selector: string, charactersMax: number): string | null {
  const words = document.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
  return words.length > 1 && words.length <= charactersMax && words.split(' ').length <= 8 ? words : null;
}

const timeOf = (document: Document): string | null =>
  document.querySelector('time[datetime]')?.getAttribute('datetime')?.slice(0, 60) ?? null;

function languageOf(document: Document, meta: PageMeta): string | null {
  const root = document.documentElement;
  const said =
    root?.getAttribute('lang') ||
    root?.getAttribute('xml:lang') ||
    metaOf(meta, ['og:locale', 'content-language'], 20) ||
    '';
  return /^([a-z]{2})(?:[-_]|$)/i.exec(said.trim())?.[1]?.toLowerCase() ?? null;
}
