import { randomBytes } from 'node:crypto';

/**
 * A stranger's lines as data in a question: numbered, between two marker lines that cannot be forged, because they are
 * drawn anew for every question.
 */
export function fence(lines: readonly string[]): string {
  const mark = randomBytes(12).toString('hex');
  const numbered = lines.map((line, at) => `${at + 1}| ${line}`);
  return [`----- mail ${mark} begins`, ...numbered, `----- mail ${mark} ends`].join('\n');
}
