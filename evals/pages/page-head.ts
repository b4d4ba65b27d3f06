import type { ContentType } from '../../src/domain/pages/content-type.ts';
import { escapeMarkup } from './page-markup.ts';
import type { PageWriter } from './page-writer.ts';

/** What pages of a kind may say of themselves, and how often each is true of them. */
const SAYS: Readonly<Record<ContentType, readonly (readonly [string, number])[]>> = {
  review_single_product: [
    ['Article', 0.6],
    ['Review', 0.4],
    ['Product', 0.3],
  ],
  comparison_tested: [
    ['Article', 0.7],
    ['BlogPosting', 0.3],
    ['ItemList', 0.2],
    ['FAQPage', 0.2],
    ['Product', 0.1],
  ],
  how_to: [
    ['Article', 0.7],
    ['HowTo', 0.25],
    ['FAQPage', 0.2],
    ['BlogPosting', 0.3],
  ],
  listicle_low_value: [
    ['Article', 0.6],
    ['BlogPosting', 0.3],
    ['FAQPage', 0.25],
    ['ItemList', 0.15],
  ],
  listicle_curated: [
    ['Article', 0.7],
    ['ItemList', 0.15],
  ],
  gift_guide: [
    ['Article', 0.7],
    ['ItemList', 0.15],
  ],
  coupon_site: [
    ['WebPage', 0.5],
    ['Store', 0.2],
    ['FAQPage', 0.3],
    ['Offer', 0.2],
    ['AggregateRating', 0.3],
  ],
  merchant_coupon_page: [
    ['WebPage', 0.5],
    ['Organization', 0.5],
    ['LocalBusiness', 0.2],
  ],
  deal_aggregator: [
    ['NewsArticle', 0.5],
    ['Article', 0.3],
    ['ItemList', 0.1],
  ],
  forum_or_ugc: [
    ['DiscussionForumPosting', 0.4],
    ['QAPage', 0.25],
  ],
  product: [
    ['Product', 0.8],
    ['Offer', 0.7],
    ['AggregateRating', 0.5],
    ['Review', 0.3],
  ],
  listing: [
    ['ItemList', 0.35],
    ['CollectionPage', 0.35],
    ['WebPage', 0.3],
  ],
  merchant_home: [
    ['Organization', 0.6],
    ['WebSite', 0.6],
    ['OnlineStore', 0.2],
  ],
  other_editorial: [
    ['NewsArticle', 0.5],
    ['Article', 0.3],
  ],
  other: [
    ['WebPage', 0.4],
    ['Organization', 0.4],
    ['TechArticle', 0.1],
  ],
};
const ARTICLES: ReadonlySet<ContentType> = new Set([
  'review_single_product',
  'comparison_tested',
  'how_to',
  'listicle_low_value',
  'listicle_curated',
  'gift_guide',
  'deal_aggregator',
  'other_editorial',
]);

/** Title, meta elements and structured data. */
export function headOf(contentType: ContentType, title: string, write: PageWriter): string {
  const { random } = write;
  const isArticle = ARTICLES.has(contentType);
  const site = random.chance(0.5) ? ` ${write.of(['|', '-', '–'])} ${write.shop}` : '';
  const types = [
    ...SAYS[contentType].filter(([, chance]) => random.chance(chance)).map(([type]) => type),
    ...(random.chance(0.6)
      ? ['BreadcrumbList', 'Organization', 'WebSite', 'WebPage'].filter(() => random.chance(0.6))
      : []),
  ];
  const date = `${write.year}-0${random.whole(1, 9)}-1${random.whole(0, 9)}`;
  const nodes = types.map((type) => ({
    '@type': type,
    ...(type === 'Product'
      ? { name: write.newName(), offers: { '@type': 'Offer', price: '49.00', priceCurrency: 'EUR' } }
      : {}),
    ...(isArticle && /Article|Posting/.test(type)
      ? { headline: title, datePublished: date, author: { '@type': 'Person', name: write.person() } }
      : {}),
  }));
  const graphType = isArticle
    ? 'article'
    : contentType === 'product'
      ? write.of(['product', 'og:product', 'website'])
      : 'website';
  const graph = random.chance(0.75)
    ? `<meta property="og:type" content="${graphType}"><meta property="og:title" content="${escapeMarkup(title)}">`
    : '';
  const structured =
    types.length > 0
      ? `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes })}</script>`
      : '';
  return `<meta charset="utf-8"><title>${escapeMarkup(title + site)}</title>${graph}${structured}`;
}
