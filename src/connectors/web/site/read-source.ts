import { decodeHTML, decodeXML } from 'entities';
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import type { SitePage } from '../../../domain/web/site-page.ts';

/** What one sitemap or feed names. */
export interface SiteSource {
  readonly pages: readonly SitePage[];
  /** Of a sitemap index. */
  readonly sitemaps: readonly { readonly url: string; readonly changedAt: Date | null }[];
}

const LISTS = /(?:^|[.])(?:url|sitemap|item|entry|link)$/;
const TITLE_MAX = 500;

/** Entities are decoded by ourselves, the five and numbers only: what a DOCTYPE declares is never used. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  isArray: (_name, path) => LISTS.test(String(path)),
});

/**
 * Reads a sitemap, a sitemap index, RSS (also 1.0), Atom, JSON Feed, or a list of URLs, one a line.
 *
 * @param baseUrl - where it came from.
 * @returns null when it is none of these.
 */
export function readSource(text: string, baseUrl: string): SiteSource | null {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('{')) return readJsonFeed(start, baseUrl);
  if (/^https?:\/\//i.test(start)) return readUrlList(start, baseUrl);
  if (!start.startsWith('<')) return null;
  const document = Node.safeParse(attempt(() => parser.parse(start)));
  return document.success ? readDocument(document.data, baseUrl) : null;
}

type Node = { [name: string]: unknown };
const Node: z.ZodType<Node> = z.record(z.string(), z.unknown());

function readDocument(document: Node, baseUrl: string): SiteSource | null {
  const urlset = child(document, 'urlset');
  const index = child(document, 'sitemapindex');
  if (urlset || index) {
    const sitemaps = [...list(index, 'sitemap'), ...list(urlset, 'sitemap')];
    return {
      pages: list(urlset, 'url').flatMap((entry) =>
        page('sitemap', { url: text(entry.loc), date: text(entry.lastmod), title: '' }, baseUrl),
      ),
      sitemaps: sitemaps.flatMap((entry) => {
        const url = absolute(text(entry.loc), baseUrl);
        return url === null ? [] : [{ url, changedAt: dateOf(text(entry.lastmod)) }];
      }),
    };
  }
  const rss = child(child(document, 'rss'), 'channel') ?? child(document, 'RDF');
  if (rss) {
    const items = list(rss, 'item').map((item) => ({
      url: text(list(item, 'link')[0] ?? item.link) || text(item.guid),
      date: text(item.pubDate) || text(item.date),
      title: text(item.title),
    }));
    return { pages: items.flatMap((item) => page('rss', item, baseUrl)), sitemaps: [] };
  }
  const atom = child(document, 'feed');
  if (!atom) return null;
  const entries = list(atom, 'entry').map((entry) => ({
    url: atomLink(entry),
    date: text(entry.updated) || text(entry.published),
    title: text(entry.title),
  }));
  return { pages: entries.flatMap((entry) => page('atom', entry, baseUrl)), sitemaps: [] };
}

/** The link to the page itself; one to the entry's own feed only where there is no other. */
function atomLink(entry: Node): string {
  const links = list(entry, 'link');
  const best = links.find((link) => ['', 'alternate'].includes(text(link['@rel']))) ?? links[0];
  return text(best?.['@href']);
}

const JsonFeed = z.object({
  version: z.string().startsWith('https://jsonfeed.org/'),
  items: z.array(
    z.object({
      url: z.string().default(''),
      title: z.string().default(''),
      date_published: z.string().optional(),
      date_modified: z.string().optional(),
    }),
  ),
});

function readJsonFeed(text: string, baseUrl: string): SiteSource | null {
  const { data } = JsonFeed.safeParse(attempt(() => JSON.parse(text)));
  if (!data) return null;
  const pages = data.items.flatMap(({ url, title, date_published, date_modified }) =>
    page('json', { url, title, date: date_modified ?? date_published ?? '' }, baseUrl),
  );
  return { pages, sitemaps: [] };
}

function readUrlList(text: string, baseUrl: string): SiteSource {
  const lines = text.split(/\r\n|\n|\r/);
  return {
    pages: lines.flatMap((url) => page('sitemap', { url, date: '', title: '' }, baseUrl)),
    sitemaps: [],
  };
}

function page(
  from: SitePage['from'],
  said: { url: string; date: string; title: string },
  baseUrl: string,
): SitePage[] {
  const url = absolute(said.url.trim(), baseUrl);
  if (url === null) return [];
  // A title may be HTML inside XML: its tags go, its words stay.
  const title = decodeHTML(said.title)
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, TITLE_MAX);
  return [{ url, from, changedAt: dateOf(said.date), title: title === '' ? null : title.toWellFormed() }];
}

function absolute(url: string, baseUrl: string): string | null {
  if (url === '' || !URL.canParse(url, baseUrl)) return null;
  const { href, protocol, username } = new URL(url, baseUrl);
  return /^https?:$/.test(protocol) && username === '' && href.length <= 8_000 ? href : null;
}

function dateOf(text: string): Date | null {
  const date = new Date(text.trim());
  return text.trim() === '' || Number.isNaN(date.getTime()) ? null : date;
}

const child = (node: Node | null, name: string): Node | null => Node.safeParse(node?.[name]).data ?? null;

const list = (node: Node | null, name: string): Node[] =>
  [node?.[name] ?? []].flat().map((each) => Node.safeParse(each).data ?? { '#text': each });

/** An element's own words, with or without attributes beside them. */
function text(value: unknown): string {
  if (typeof value === 'string') return decodeXML(value).trim();
  const words = Node.safeParse(value).data?.['#text'];
  return typeof words === 'string' ? decodeXML(words).trim() : '';
}

function attempt(parse: () => unknown): unknown {
  try {
    return parse();
  } catch (error) {
    // Whatever the parser stumbles over makes it no feed, which the caller says.
    return error instanceof Error ? null : error;
  }
}
