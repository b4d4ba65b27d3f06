import { bareSubject } from './bare-subject.ts';

/**
 * Stands in a letter for the subject of the mail that it answers, filled in as it leaves: what a stranger wrote is in
 * evidence only, and who approves a letter reads it there.
 */
const THEIR_SUBJECT = '[their subject]';
const LENGTH_MAX = 200;
/** Where the mail's own subject may no longer be used, or is gone. */
const FALLBACK = 'Re: your mail';

/**
 * The subject of an answer as it is approved, with one `Re: `.
 *
 * @param ours - what our own letter is called.
 * @param keepsTheirs - whether it leaves under the subject of their mail, so that mail programs show one conversation. Not
 *   where nobody reads it first or it goes to another address: a forger would have us send their words.
 */
export function replySubject({
  ours,
  keepsTheirs,
}: {
  readonly ours: string;
  readonly keepsTheirs: boolean;
}): string {
  return `Re: ${keepsTheirs ? THEIR_SUBJECT : bareSubject(ours)}`.slice(0, LENGTH_MAX);
}

/** Whether a mail has a subject that an answer could keep. */
export const hasSubject = (theirs: string): boolean => bareSubject(theirs) !== '';

/**
 * The subject as the letter leaves; what a person wrote stays as they wrote it.
 *
 * @param theirs - of the mail that it answers, when it goes back to where that came from; else null.
 */
export function filledSubject(approved: string, theirs: string | null): string {
  if (!approved.includes(THEIR_SUBJECT)) return approved;
  const bare = bareSubject(theirs ?? '');
  return bare === '' ? FALLBACK : approved.replaceAll(THEIR_SUBJECT, () => bare).slice(0, LENGTH_MAX);
}
