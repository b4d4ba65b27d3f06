import { parseHTML } from 'linkedom';
import { cutMarkup } from './cut-markup.ts';
import { decodePage } from './decode-page.ts';
import { PAGE_LIMITS, type PageLimits } from './page-limits.ts';

/** A page as a tree, parsed once for everybody who reads it; nobody changes it. */
export interface OpenedDocument {
  readonly document: Document;
  /** What the tree was made of. */
  readonly html: string;
  /** In lower case; `utf-8` for a page given as text. */
  readonly charset: string;
  /** What was left out or read otherwise than claimed, as sentences. */
  readonly notes: readonly string[];
}

/** A page as it came: bytes, or text that somebody already decoded. */
export type PageContent = { readonly bytes: Uint8Array } | { readonly html: string };

/**
 * Parses a page, whatever it is: unknown charsets, 50 MB, a hundred thousand elements inside each other. Never throws for a
 * page's content; what had to be cut stands in `notes`.
 *
 * @param contentType - the header's value; null when there was none.
 */
export function openDocument(
  content: PageContent,
  contentType: string | null = null,
  limits: PageLimits = PAGE_LIMITS,
): OpenedDocument {
  const notes: string[] = [];
  let charset = 'utf-8';
  let whole: string;
  if ('html' in content) whole = content.html;
  else {
    if (content.bytes.byteLength > limits.bytes) {
      notes.push(`It has ${content.bytes.byteLength} bytes; only the first ${limits.bytes} were read.`);
    }
    const decoded = decodePage(content.bytes.subarray(0, limits.bytes), contentType);
    if (decoded.note) notes.push(decoded.note);
    ({ charset, html: whole } = decoded);
  }
  const cut = cutMarkup(whole.replaceAll('\0', ''), limits);
  notes.push(...cut.notes);
  const html = withRoot(cut.html);
  const { document } = parseHTML(html) as { document: Document };
  return { document, html, charset, notes };
}

/** A fragment gets the elements that every page has: a tree without them has no body to read. */
function withRoot(html: string): string {
  if (/<html[\s>]/i.test(html)) return html;
  return /<body[\s>]/i.test(html)
    ? `<!doctype html><html>${html}</html>`
    : `<!doctype html><html><head></head><body>${html}</body></html>`;
}
