/** Where a code stands in a page's text. */
export interface PageQuote {
  readonly text: string;
  /** In characters of the decoded page. */
  readonly start: number;
  readonly end: number;
}

const AROUND = 120;

/**
 * The piece of a page between two tags in which a code stands, at most 240 characters longer than the code; null when the
 * page does not hold it in one piece.
 */
export function quoteOf(html: string, observed: string): PageQuote | null {
  const at = html.indexOf(observed);
  if (observed === '' || at < 0) return null;
  const end = at + observed.length;
  const before = html.slice(Math.max(0, at - AROUND), at);
  const after = html.slice(end, end + AROUND);
  const start = at - before.length + (before.lastIndexOf('>') + 1);
  const stop = after.indexOf('<');
  const until = stop < 0 ? end + after.length : end + stop;
  return { text: html.slice(start, until), start, end: until };
}
