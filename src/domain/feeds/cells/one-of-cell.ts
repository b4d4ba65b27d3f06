import type { Cell } from './cell.ts';

/** One word of a closed list, in small or capital letters. */
export function oneOfCell(words: readonly string[]): Cell {
  const known = new Map(words.map((word) => [word, word]));
  return {
    read: (text) =>
      known.get(text) ?? known.get(text.trim().toLowerCase()) ?? (text.trim() === '' ? '' : null),
    expects: `one of ${words.join(', ')}`,
    isText: false,
  };
}
