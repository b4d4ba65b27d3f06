import { htmlToWords } from './html/html-to-words.ts';
import type { MailLimits } from './mail-limits.ts';
import type { MailPart } from './mime/mail-part.ts';

/** The words of a mail's own parts. */
export interface Bodies {
  /** Null when no part is plain text. */
  readonly text: string | null;
  /** Null when no part is HTML. */
  readonly htmlAsText: string | null;
  readonly hiddenText: string;
  readonly links: readonly string[];
  readonly troubles: readonly string[];
}

/**
 * Puts a mail's words together in their order.
 *
 * HTML that is no alternative to a plain part, as Apple Mail writes it between attachments, belongs to the plain text too:
 * whoever reads only that would miss it.
 */
export function bodiesOf(parts: readonly MailPart[], limits: MailLimits): Bodies {
  const own = parts.filter(({ isBody }) => isBody);
  const plain = own.filter(({ contentType }) => contentType === 'text/plain');
  const troubles: string[] = [];
  if (own.some(({ isCut }) => isCut))
    troubles.push('A part of its text is too long or broken; its beginning was read.');

  const words: string[] = [];
  const html: string[] = [];
  const hidden: string[] = [];
  const links: string[] = [];
  let left = limits.htmlCharacters;
  for (const part of own) {
    if (part.contentType === 'text/plain') {
      words.push(part.text);
      continue;
    }
    if (part.text.length > left) troubles.push('Its HTML is too long; its beginning was read.');
    const read = htmlToWords(part.text.slice(0, left), limits.textCharacters);
    left -= Math.min(left, part.text.length);
    html.push(read.words);
    hidden.push(read.hidden);
    links.push(...read.links);
    const isAlternative = plain.some(
      ({ alternative }) => alternative !== null && alternative === part.alternative,
    );
    if (!isAlternative) words.push(read.words);
  }
  const joined = (pieces: readonly string[]): string =>
    pieces
      .filter((piece) => piece.trim() !== '')
      .join('\n\n')
      .slice(0, limits.textCharacters);
  if (plain.reduce((sum, { text }) => sum + text.length, 0) > limits.textCharacters) {
    troubles.push('Its text is too long; its beginning was read.');
  }
  return {
    text: plain.some(({ text }) => text.trim() !== '') ? joined(words) : plain.length > 0 ? '' : null,
    htmlAsText: html.length > 0 ? joined(html) : null,
    hiddenText: joined(hidden),
    links: [...new Set(links)],
    troubles: [...new Set(troubles)],
  };
}
