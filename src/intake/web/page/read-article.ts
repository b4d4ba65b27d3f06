import { Readability } from '@mozilla/readability';
import type { PageBlock } from '../../../domain/pages/page-block.ts';
import { pageBlocks } from './page-blocks.ts';

/** What is tried of a page; beyond, an article is not looked for. */
const ELEMENTS_MAX = 40_000;
/** Holds no text of an article, and slows every look at the tree. */
const UNREAD = 'script, style, noscript, svg, template, select, link, iframe';

/**
 * The blocks of the part that reads like an article, by Mozilla's Readability; empty when there is none.
 *
 * Changes the document: call it last.
 */
export function readArticle(document: Document): PageBlock[] {
  for (const element of document.querySelectorAll(UNREAD)) element.remove();
  try {
    const article = new Readability<Element>(document, {
      serializer: (node) => node as Element,
      keepClasses: true,
      disableJSONLD: true,
      maxElemsToParse: ELEMENTS_MAX,
    }).parse();
    return article?.content ? pageBlocks(article.content) : [];
  } catch (error) {
    // Too many elements, or markup that its authors did not think of: the page is read without it.
    if (error instanceof Error) return [];
    throw error;
  }
}
