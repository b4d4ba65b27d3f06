import type { StructuredFacts } from '../../../domain/pages/structured-facts.ts';
import { metaOf, type PageMeta } from './meta-of.ts';
import { type StructuredNode, wordsOf } from './structured-nodes.ts';

const TYPES_MAX = 60;
const PRODUCTS_MAX = 50;

/** What a page says of itself for machines. @param nodes - of its JSON-LD. */
export function readStructured(
  document: Document,
  meta: PageMeta,
  nodes: readonly StructuredNode[],
): StructuredFacts {
  const marked = [...document.querySelectorAll('[itemtype]')].flatMap((element) =>
    (element.getAttribute('itemtype') ?? '').split(/\s+/),
  );
  const types = [...nodes.flatMap(({ '@type': type }) => [type].flat()), ...marked]
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, '').slice(0, 80))
    .filter((type) => type !== '');
  return {
    types: [...new Set(types)].slice(0, TYPES_MAX),
    openGraphType: metaOf(meta, ['og:type'], 80)?.toLowerCase() ?? null,
    siteName: metaOf(meta, ['og:site_name', 'application-name'], 200),
    canonicalUrl:
      document.querySelector('link[rel="canonical"]')?.getAttribute('href')?.trim().slice(0, 8_000) || null,
    description: metaOf(meta, ['og:description', 'description', 'twitter:description'], 2_000),
    imageUrl: metaOf(meta, ['og:image', 'twitter:image'], 8_000),
    products: nodes.filter(isProduct).flatMap(productOf).slice(0, PRODUCTS_MAX),
  };
}

const isProduct = ({ '@type': type }: StructuredNode): boolean =>
  [type].flat().some((name) => typeof name === 'string' && /(?:^|\/)Product(?:Group|Model)?$/.test(name));

function productOf(node: StructuredNode): StructuredFacts['products'] {
  const name = wordsOf(node['name']);
  if (name === null) return [];
  const offer = first(node['offers']);
  const rating = first(node['aggregateRating']);
  const value = wordsOf(rating['ratingValue'], 20);
  const best = wordsOf(rating['bestRating'], 10);
  return [
    {
      name,
      brand: wordsOf(node['brand'], 200),
      price: wordsOf(offer['price'] ?? offer['lowPrice'], 60),
      currency: wordsOf(offer['priceCurrency'], 10),
      rating: value === null ? null : best === null ? value : `${value} of ${best}`,
    },
  ];
}

function first(value: unknown): Record<string, unknown> {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return one !== null && typeof one === 'object' ? { ...one } : {};
}
