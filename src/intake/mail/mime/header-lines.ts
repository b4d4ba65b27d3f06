import libmime from 'libmime';
import { decodeText } from './decode-text.ts';

/** One line of a mail's head, unfolded; `value` holds encoded words still. */
export interface HeaderLine {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
}

const NAME = /^[!-9;-~]{1,100}$/;

/**
 * A splitter's header lines as text on one line each. 8-bit characters, which a head must not have and often has, are
 * read as UTF-8 or else windows-1252.
 *
 * @param lines - each as latin-1, as the splitter keeps them. What has no name is dropped.
 */
export function headerLines(lines: readonly { key: string; line: string }[]): HeaderLine[] {
  const named: HeaderLine[] = [];
  for (const { line } of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (!NAME.test(name)) continue;
    const value = decodeText(Buffer.from(line.slice(colon + 1), 'latin1'), '');
    named.push({ name, value: value.replaceAll(/\s+/g, ' ').trim() });
  }
  return named;
}

/** The first of that name, as structure is read from it; null when there is none. */
export function firstHeader(lines: readonly HeaderLine[], name: string): string | null {
  return lines.find((line) => line.name === name)?.value ?? null;
}

/** Decodes `=?charset?q?…?=`. What cannot be decoded stays as it was written. */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value;
  try {
    return libmime.decodeWords(value).replaceAll(/\s+/g, ' ').trim();
  } catch {
    return value;
  }
}
