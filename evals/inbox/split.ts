import { createHash } from 'node:crypto';
import type { MailCase } from './mail-case.ts';

/** The turn in which a learnt-from thread is left out and predicted by the others. */
export function foldOf({ thread }: MailCase, folds: number): number {
  return createHash('sha256').update(`fold ${thread}`).digest().readUInt32BE(0) % folds;
}

/** Who wrote a mail, by the letter in its id; `first` for the ones that have none, which several hands wrote. */
export function writerOf({ id }: MailCase): string {
  return /-([a-z])\d+$/.exec(id)?.[1] ?? 'first';
}
