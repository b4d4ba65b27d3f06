import { createHash } from 'node:crypto';
import type { MailCase } from './mail-case.ts';

/** `learn` makes the weights and, by cross-fitting, their limits; `test` only ever measures. */
export type Part = 'learn' | 'test';

const TEST_PERCENT = 15;

/** The part that a mail's thread belongs to: by its name alone, so that new mails move no old ones. */
export function partOf({ thread }: MailCase): Part {
  return bucket(`part ${thread}`, 100) < TEST_PERCENT ? 'test' : 'learn';
}

/** The turn in which a learnt-from thread is left out and predicted by the others. */
export function foldOf({ thread }: MailCase, folds: number): number {
  return bucket(`fold ${thread}`, folds);
}

function bucket(name: string, buckets: number): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0) % buckets;
}
