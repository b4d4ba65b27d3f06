import { createHash } from 'node:crypto';

const SIGNS = 'ABCDEFGHJKMNPQRTUVWXYZ2346789';
const TAIL_LENGTH = 4;
const WORD_LENGTH_MAX = 12;

/**
 * A code to issue instead of one: its letters, its number, and signs that nobody guesses from it. The same code and case
 * give the same one.
 *
 * @param isTaken - another one is tried while this says yes.
 */
export function nextCode(code: string, caseId: string, isTaken: (code: string) => boolean): string {
  const plain = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  const word = /^[A-Z]+/.exec(plain)?.[0].slice(0, WORD_LENGTH_MAX) ?? 'CODE';
  const number = /\d{1,2}$/.exec(plain)?.[0] ?? '';
  for (let attempt = 0; ; attempt++) {
    const bytes = createHash('sha256').update(`${code}:${caseId}:${attempt}`).digest();
    const tail = [...bytes.subarray(0, TAIL_LENGTH)].map((byte) => SIGNS[byte % SIGNS.length]).join('');
    const next = `${word}${number}${tail}`;
    if (!isTaken(next)) return next;
  }
}
