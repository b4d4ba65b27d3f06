import { linkShare, type PageBlock, sizeOf } from './page-block.ts';

/** A paragraph long enough to be written rather than listed. */
const PARAGRAPH_CHARACTERS = 140;
const LINKED_SHARE_MAX = 0.3;
/** What the article leaves out may be so many times what it holds, of paragraphs alone and of everything. */
const PARAGRAPHS_LEFT_MAX = 1.2;
const PARAGRAPHS_LEFT_WHEN_SAID_MAX = 3;
const LEFT_MAX = 1.4;
const WRITTEN_SHARE_MIN = 0.5;

export interface TextChoice {
  /** What reads like an article. */
  readonly article: readonly PageBlock[];
  /** What is left of the whole page without menus and margins. */
  readonly content: readonly PageBlock[];
  /** The page says itself that it is an article. */
  readonly saysArticle: boolean;
  /** The page says itself that it is something else: a product, a list, a thread. */
  readonly saysOther: boolean;
}

/** The main text of a page: the article when it is one, else everything that the page is for. */
export function chooseText({ article, content, saysArticle, saysOther }: TextChoice): readonly PageBlock[] {
  if (article.length === 0) return content;
  if (content.length === 0) return article;
  if (saysOther && !saysArticle) return content;
  const taken = new Set(article.map(({ text }) => text));
  const left = content.filter(({ text }) => !taken.has(text));
  const written = sizeOf(article.filter(isParagraph));
  const paragraphsLeft = sizeOf(left.filter(isParagraph)) / Math.max(1, written);
  if (saysArticle) return paragraphsLeft <= PARAGRAPHS_LEFT_WHEN_SAID_MAX ? article : content;
  const isWritten = written >= WRITTEN_SHARE_MIN * sizeOf(article);
  const isMost = sizeOf(left) <= LEFT_MAX * sizeOf(article);
  return isWritten && isMost && paragraphsLeft <= PARAGRAPHS_LEFT_MAX ? article : content;
}

const isParagraph = (block: PageBlock): boolean =>
  block.kind !== 'heading' &&
  block.text.length >= PARAGRAPH_CHARACTERS &&
  linkShare(block) <= LINKED_SHARE_MAX;
