import { deadlineWords } from '../../../domain/inbox/slots/deadline-words.ts';
import { readMoment } from './read-moment.ts';

const MARK_LENGTH = 12;

export interface Deadline {
  /** As written. */
  readonly text: string;
  /** Null where its words name no day that a machine could count. */
  readonly at: Date | null;
}

/**
 * The moment by which a mail wants something; null when it names none.
 *
 * @param language - ISO 639-1; languages without a date grammar are read as English.
 * @param writtenAt - what "tomorrow" is counted from.
 */
export function readDeadline(text: string, language: string, writtenAt: Date): Deadline | null {
  const found = deadlineWords(text);
  if (found === null) return null;
  // A span is counted by the word before it: within, binnen, sous.
  const marked = text.slice(Math.max(0, found.index - MARK_LENGTH), found.index) + found.text;
  const at = readMoment(found.text, language, writtenAt) ?? readMoment(marked, language, writtenAt);
  return { text: found.text, at };
}
