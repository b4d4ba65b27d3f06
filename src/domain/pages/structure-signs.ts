import type { PageSignals } from './page-signals.ts';

const TYPES: Readonly<Record<string, RegExp>> = {
  article: /(?:Article|BlogPosting|LiveBlogPosting|Report)$/,
  product: /^Product(?:Group|Model)?$/,
  list: /^(?:ItemList|CollectionPage|OfferCatalog|SearchResultsPage)$/,
  review: /^(?:Review|CriticReview|UserReview)$/,
  rating: /^AggregateRating$/,
  howto: /^(?:HowTo|HowToStep|Recipe)$/,
  faq: /^FAQPage$/,
  forum: /^(?:DiscussionForumPosting|QAPage|Question|Answer|Comment)$/,
  organization: /^(?:Organization|Store|LocalBusiness|OnlineStore|Corporation|Restaurant)$/,
  offer: /^(?:Offer|AggregateOffer|SaleEvent)$/,
  website: /^(?:WebSite|SearchAction)$/,
};
const NUMBERED = /^\s*(?:#\s*)?\d{1,2}\s*[.):\-–]\s*\p{L}/u;
const STEP = /^\s*(?:step|schritt|étape|paso|passo|passaggio|stap)\s*\d/iu;

/** What the elements, the machine-readable facts and the links tell. @param words - of the main text. */
export function structureSigns(signals: PageSignals, words: number): Record<string, number> {
  const { dom, types, openGraphType, headings } = signals;
  const signs: Record<string, number> = {};
  for (const [name, pattern] of Object.entries(TYPES))
    signs[`says ${name}`] = types.some((type) => pattern.test(type)) ? 1 : 0;
  const subheads = headings.filter(({ level }) => level >= 2);
  const perThousand = (count: number): number => (1_000 * count) / Math.max(150, words);
  const many = (count: number, most: number): number => Math.log1p(count) / Math.log1p(most);
  return {
    ...signs,
    'graph article': openGraphType === 'article' ? 1 : 0,
    'graph product': openGraphType?.startsWith('product') ? 1 : 0,
    'graph website': openGraphType === 'website' ? 1 : 0,
    'one product': signals.products === 1 ? 1 : 0,
    'many products': signals.products > 2 ? 1 : 0,
    author: signals.hasAuthor ? 1 : 0,
    published: signals.hasPublished ? 1 : 0,
    disclosure: signals.hasDisclosure ? 1 : 0,
    'paid links': many(signals.paidLinks, 30),
    'paid targets': many(signals.paidTargets, 10),
    codes: many(signals.codes, 20),
    'code merchants': signals.codeMerchants >= 3 ? 1 : 0,
    'one merchant': signals.codes >= 3 && signals.codeMerchants <= 1 ? 1 : 0,
    subheads: many(subheads.length, 20),
    'subheads numbered': many(subheads.filter(({ text }) => NUMBERED.test(text)).length, 10),
    'subheads steps': many(subheads.filter(({ text }) => STEP.test(text)).length, 6),
    'subheads asking':
      subheads.filter(({ text }) => text.trim().endsWith('?')).length / Math.max(1, subheads.length),
    links: many(perThousand(dom.links), 300),
    'links outside': many(dom.outsideLinks, 60),
    'hosts outside': many(dom.outsideHosts, 30),
    images: many(dom.images, 60),
    tables: many(dom.tables, 4),
    'table rows': many(dom.tableRows, 40),
    'ordered items': many(dom.orderedItems, 15),
    selects: many(dom.selects, 6),
    'buy buttons': many(dom.buyButtons, 20),
    'buy one': dom.buyButtons >= 1 && dom.buyButtons <= 4 ? 1 : 0,
    cart: many(dom.cartLinks, 5),
    'price cards': many(dom.priceCards, 24),
    'link cards': many(dom.linkCards, 24),
    posts: many(dom.posts, 12),
    'comment boxes': dom.commentBoxes > 0 ? 1 : 0,
    quotes: many(dom.quotes, 8),
    times: many(dom.times, 12),
    ratings: many(dom.ratings, 20),
    'code buttons': many(dom.codeButtons, 15),
    'code blocks': many(dom.codeBlocks, 8),
    articles: many(dom.articles, 12),
  };
}
