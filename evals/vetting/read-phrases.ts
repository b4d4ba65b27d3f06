import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { ReadFlag } from '../../src/domain/vetting/text-reading.ts';

const FOLDER = new URL('./phrases/', import.meta.url);
const HEADING = /^\[([a-z]{2}) ([+-])\]$/;
/** A file of this name holds what says nothing at all. */
const ORDINARY = 'ordinary';

/** A few words as they stand in a bio, a caption or a pitch, written for learning; they never measure. */
export interface Phrase {
  readonly text: string;
  /** ISO 639-1. */
  readonly language: string;
  /** What it says; null when it only comes near, or says nothing. */
  readonly flag: ReadFlag | null;
}

/** All phrases: a file a flag, parts headed by language and sign, a line a phrase. */
export function readPhrases(): Phrase[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => {
      const name = file.replace('.txt', '');
      const flag = name === ORDINARY ? null : ReadFlag.parse(name);
      let [language, sign] = ['en', '-'];
      return readFileSync(new URL(file, FOLDER), 'utf8')
        .split('\n')
        .flatMap((line): Phrase[] => {
          const heading = HEADING.exec(line);
          if (heading !== null) {
            [language, sign] = [heading[1] ?? 'en', heading[2] ?? '-'];
            return [];
          }
          return line.trim() === '' ? [] : [{ text: line, language, flag: sign === '+' ? flag : null }];
        });
    });
}

/** One number for everything that was learnt from. */
export function learntSha256(cases: readonly unknown[], phrases: readonly Phrase[]): string {
  return createHash('sha256')
    .update(JSON.stringify([cases, phrases]))
    .digest('hex');
}
