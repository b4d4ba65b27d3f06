import { decodeHTML } from 'entities';
import { readTags } from '../html/read-tags.ts';

const TYPES = /^application\/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml)/i;
const LINKS_MAX = 10;

/** The feeds that a page names in its head, absolute, as they stand. */
export function feedLinks(html: string, baseUrl: string): string[] {
  const found = new Set<string>();
  readTags(html, {
    open(name, attributes) {
      if (name !== 'link' || found.size >= LINKS_MAX) return;
      if (!/\balternate\b/i.test(attributes.get('rel') ?? '')) return;
      if (!TYPES.test(attributes.get('type')?.trim() ?? '')) return;
      const href = decodeHTML(attributes.get('href') ?? '').trim();
      if (href !== '' && URL.canParse(href, baseUrl)) found.add(new URL(href, baseUrl).href);
    },
    text: () => undefined,
    close: () => undefined,
  });
  return [...found];
}
