import { XMLParser } from 'fast-xml-parser';

const ITEMS_MAX = 500;
const FIELDS = ['title', 'description', 'summary', 'content', 'content:encoded', 'encoded'];
const reader = new XMLParser({
  ignoreAttributes: true,
  processEntities: true,
  htmlEntities: true,
  trimValues: true,
});

/** The entries of an RSS or Atom feed as one page, each entry an article; null when it is no feed. */
export function feedPage(xml: string): string | null {
  if (!/<(?:rss|feed|rdf:RDF)[\s>]/i.test(xml.slice(0, 2_000))) return null;
  const items: unknown[] = [];
  collect(parsed(xml), items, 0);
  const articles = items.slice(0, ITEMS_MAX).map((item) => `<article>${wordsOf(item)}</article>`);
  return `<!doctype html><html><body>${articles.join('\n')}</body></html>`;
}

function parsed(xml: string): unknown {
  try {
    return reader.parse(xml);
  } catch (error) {
    // A broken feed has no entries; that nothing was found is what its source shows.
    return error instanceof Error ? {} : null;
  }
}

function collect(node: unknown, items: unknown[], depth: number): void {
  if (depth > 6 || typeof node !== 'object' || node === null) return;
  for (const [name, value] of Object.entries(node)) {
    if (name === 'item' || name === 'entry') items.push(...(Array.isArray(value) ? value : [value]));
    else collect(value, items, depth + 1);
  }
}

function wordsOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return '';
  return FIELDS.map((field) => (item as Record<string, unknown>)[field])
    .filter((value): value is string | number => typeof value === 'string' || typeof value === 'number')
    .map((value) => `<div>${value}</div>`)
    .join('\n');
}
