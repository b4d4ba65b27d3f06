import { openDocument } from '../web/page/open-document.ts';
import { feedPage } from './feed-page.ts';

const LENGTH_MAX = 4_000;
const BLOCK_END = /<\/(?:p|h[1-6]|li|div|td|th|tr|dt|dd|article|section|header|br)>|<br\s*\/?>/gi;

/**
 * The words of a stored page round a place, for a person to compare two states of it. A stranger's words: to be shown as text.
 *
 * @param near - a text on the page; the words round its first appearance are taken, or the page's beginning.
 */
export function pageWords(
  {
    bytes,
    contentType,
    charset,
  }: { readonly bytes: Uint8Array; readonly contentType: string | null; readonly charset: string | null },
  near: string,
): string {
  const header = charset === null ? contentType : `${contentType ?? 'text/html'}; charset=${charset}`;
  const { html } = openDocument({ bytes }, header);
  // Blocks end a line; the tree alone runs their words together.
  const { document } = openDocument({ html: (feedPage(html) ?? html).replaceAll(BLOCK_END, '$&\n') });
  for (const element of document.querySelectorAll('script, style, noscript, template')) element.remove();
  const text = (document.body?.textContent ?? '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim();
  const at = Math.max(0, text.indexOf(near) - LENGTH_MAX / 2);
  return text.slice(at, at + LENGTH_MAX);
}
