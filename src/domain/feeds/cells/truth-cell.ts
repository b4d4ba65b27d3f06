import type { Cell } from './cell.ts';

const WORDS = new Map([
  ...['true', 'yes', '1', 't', 'y'].map((word) => [word, 'true'] as const),
  ...['false', 'no', '0', 'f', 'n'].map((word) => [word, 'false'] as const),
  ['', ''] as const,
]);

/** Yes or no. */
export const truthCell: Cell = {
  read: (text) => WORDS.get(text.trim().toLowerCase()) ?? null,
  expects: 'true or false',
  isText: false,
};
