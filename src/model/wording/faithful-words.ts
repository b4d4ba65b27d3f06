import { figuresIn } from './figures-in.ts';

/** Whatever a mail program or a page could make into something to click, load or write to. */
const REFERENCE =
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s<>"')\]]+|\bwww\.[^\s<>"')\]]+|[^\s<>()[\]]+@[^\s<>()[\]]+\.\p{L}{2,}|\b(?:[a-z0-9-]+\.)+(?:com|net|org|io|co|uk|de|fr|es|it|eu|info|biz|example|ru|cn|xyz|top|shop|link|click|app|dev)\b/giu;
const MARKUP = /!\[[^\]]*\]|\]\s*\(|<\/?[a-z!][^>]*>|\bjavascript:|\bdata:[a-z]+\//iu;
const UNSEEN = /[\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|[^\P{Cc}\n]/u;

/**
 * Why words of a model cannot be used, though they fit their form; null when they can.
 *
 * Figures come from code: each figure, link and address must stand in what the model was given. There is no markup and
 * nothing that a reader would not see.
 *
 * @param given - every fact, and the plain words, that the model worded anew.
 */
export function whyUnfaithful(words: readonly string[], given: readonly string[]): string | null {
  const text = words.join('\n');
  if (UNSEEN.test(text)) return 'it holds characters that nobody sees';
  if (MARKUP.test(text)) return 'it holds markup';
  const known = given.join('\n');
  const values = new Set(figuresIn(known).flatMap(({ value, parts }) => [value, ...parts]));
  const figure = figuresIn(text).find(({ value }) => !values.has(value));
  if (figure) return `it names a figure that no fact holds: ${figure.written.slice(0, 30)}`;
  const lower = known.toLowerCase();
  const reference = [...text.matchAll(REFERENCE)].find(
    ([one]) => !lower.includes(one.replace(/[.,;:!?]+$/, '').toLowerCase()),
  );
  return reference ? 'it names a link or an address that no fact holds' : null;
}
