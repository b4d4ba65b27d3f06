import { describe, expect, test } from 'vitest';
import { countLetterRuns, countPiece, hashPiece } from './hash-pieces.ts';

describe('hashed pieces', () => {
  test('have the same number on every machine, or committed weights would mean other words', () => {
    expect(['', 'code', 'zahlung überfällig'].map(hashPiece)).toEqual([535972289, 103191943, 2852622290]);
  });

  test('of letters are the runs of three to five within a word and its ends', () => {
    const runs = new Map<number, number>();
    countLetterRuns(runs, 'abab', 1 << 20);
    const wanted = new Map<number, number>();
    for (const run of [' ab', 'aba', 'bab', 'ab ', ' aba', 'abab', 'bab ', ' abab', 'abab ']) {
      countPiece(wanted, run, 1 << 20);
    }
    expect(runs).toEqual(wanted);
  });

  test('stay within the bins', () => {
    const counts = new Map<number, number>();
    for (const word of 'every word of a sentence falls somewhere'.split(' ')) countPiece(counts, word, 4);
    expect([...counts.keys()].every((bin) => bin >= 0 && bin < 4)).toBe(true);
    expect([...counts.values()].reduce((sum, n) => sum + n, 0)).toBe(7);
  });
});
