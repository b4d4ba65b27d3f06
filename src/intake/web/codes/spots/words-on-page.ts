import { foldText } from '../../../../domain/text/fold-text.ts';
import type { PageLines } from '../page-lines.ts';
import type { Spot } from './spot.ts';

/** Words of the page that are written with small letters, folded: how ordinary words look there. */
export function wordsOf({ lines }: PageLines): ReadonlyMap<string, 'small' | 'name'> {
  const words = new Map<string, 'small' | 'name'>();
  for (const { text, shown } of lines) {
    if (shown !== 'shown') continue;
    for (const [word] of text
      .slice(0, 5_000)
      .matchAll(/(?<![\p{L}\p{N}_-])\p{L}?\p{Ll}{2,}(?![\p{L}\p{N}_-])/gu)) {
      const key = foldText(word);
      if (words.get(key) !== 'small') words.set(key, /^\p{Ll}/u.test(word) ? 'small' : 'name');
    }
  }
  return words;
}

/** Whether the page writes the same word in small letters elsewhere: then it is one of its words or names. */
export function wordSeen({ code, shape }: Spot, words: ReadonlyMap<string, 'small' | 'name'>): string[] {
  const seen = shape === 'caps' || shape === 'word' ? words.get(foldText(code)) : undefined;
  return seen === undefined ? [] : [`${seen} on page`, `${seen} on page ${shape}`];
}
