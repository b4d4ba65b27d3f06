import { articleBlocks } from '../../../domain/pages/article-blocks.ts';
import { chooseText } from '../../../domain/pages/choose-text.ts';
import { contentBlocks } from '../../../domain/pages/content-blocks.ts';
import { type PageBlock, sizeOf } from '../../../domain/pages/page-block.ts';
import type { StructuredFacts } from '../../../domain/pages/structured-facts.ts';
import { pageBlocks } from './page-blocks.ts';
import { readArticle } from './read-article.ts';

/** A page that shows less than this at first may show the rest by script. */
const SHOWN_CHARACTERS_MIN = 700;
const HIDDEN_TIMES_MIN = 3;
const ARTICLE = /(?:Article|BlogPosting|^Review|Recipe|HowTo)$/;
const OTHER =
  /^(?:Product|ProductGroup|ItemList|CollectionPage|OfferCatalog|QAPage|DiscussionForumPosting|SearchResultsPage)$/;

/** All that a page's reading is made of; taken before the article is looked for, which changes the tree. */
export interface PageText {
  /** Every block of the page, menus and all. */
  readonly page: readonly PageBlock[];
  /** The main text's. */
  readonly main: readonly PageBlock[];
  readonly text: string;
}

/** Changes the document: call it last. */
export function readMainText(document: Document, title: string | null, facts: StructuredFacts): PageText {
  const body = document.body;
  if (!body) return { page: [], main: [], text: '' };
  const shown = pageBlocks(body);
  let content = contentBlocks(shown);
  if (sizeOf(content) < SHOWN_CHARACTERS_MIN) {
    const all = contentBlocks(pageBlocks(body, 'read'));
    if (sizeOf(all) > HIDDEN_TIMES_MIN * sizeOf(content)) content = all;
  }
  const says = (pattern: RegExp): boolean => facts.types.some((type) => pattern.test(type));
  const main = chooseText({
    article: articleBlocks(readArticle(document), title),
    content,
    saysArticle: facts.openGraphType === 'article' || says(ARTICLE),
    saysOther: facts.openGraphType?.startsWith('product') === true || says(OTHER),
  });
  return { page: shown, main, text: main.map(({ text }) => text).join('\n') };
}
