import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { MailCase } from './mail-case.ts';

const FOLDERS = {
  learn: new URL('./cases/', import.meta.url),
  tune: new URL('./tune/', import.meta.url),
  test: new URL('./test/', import.meta.url),
};

/** What weights are made of, what limits are chosen on, or what only ever measures them. */
export type Part = keyof typeof FOLDERS;

/** All labelled mails of a part, by file and line; none where its folder is missing. */
export function readCases(part: Part): MailCase[] {
  const folder = FOLDERS[part];
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => MailCase.parse(JSON.parse(line)));
}

/** A fingerprint of labelled mails: changes with any of their words or labels. */
export function casesSha256(cases: readonly MailCase[]): string {
  return createHash('sha256').update(JSON.stringify(cases)).digest('hex');
}
