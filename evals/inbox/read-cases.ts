import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { MailCase } from './mail-case.ts';

const FOLDER = new URL('./cases/', import.meta.url);

/** All labelled mails, by file and line. */
export function readCases(): MailCase[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readFileSync(new URL(file, FOLDER), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => MailCase.parse(JSON.parse(line)));
}

/** A fingerprint of labelled mails: changes with any of their words or labels. */
export function casesSha256(cases: readonly MailCase[]): string {
  return createHash('sha256').update(JSON.stringify(cases)).digest('hex');
}
