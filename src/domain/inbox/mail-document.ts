import { createHash } from 'node:crypto';
import type { Evidence } from '../proposals/evidence.ts';
import { viewMail } from './mail-view.ts';
import type { StoredMail } from './stored-mail.ts';

/** A stored mail as one text, which quotes point into: the subject, a line break, the words. */
export interface MailDocument {
  readonly documentId: string;
  readonly text: string;
  /** Lower-case hexadecimal, over the text in UTF-8. */
  readonly sha256: string;
}

const QUOTE_LENGTH_MAX = 1_800;

export function mailDocument(mail: Pick<StoredMail, 'mailId' | 'parsed'>): MailDocument | null {
  const { parsed, mailId } = mail;
  if (parsed === null) return null;
  const words = parsed.text?.trim() ? parsed.text : (parsed.htmlAsText ?? '');
  const text = `${parsed.subject}\n${words}`;
  return { documentId: mailId, text, sha256: createHash('sha256').update(text).digest('hex') };
}

/** Its subject, and what its sender says now, as quotes: the beginning where it cannot be told apart from what they quote. */
export function mailQuotes(mail: Pick<StoredMail, 'mailId' | 'parsed'>): Evidence[] {
  const document = mailDocument(mail);
  if (document === null || mail.parsed === null) return [];
  const { text } = document;
  const subjectEnd = Math.min(mail.parsed.subject.length, QUOTE_LENGTH_MAX);
  const { body } = viewMail(mail.parsed);
  const found = body === '' ? -1 : text.indexOf(body, mail.parsed.subject.length + 1);
  const start = found < 0 ? mail.parsed.subject.length + 1 : found;
  const end = found < 0 ? text.length : start + body.length;
  return [
    quote(document, 0, subjectEnd),
    quote(document, start, Math.min(end, start + QUOTE_LENGTH_MAX)),
  ].filter(({ text: words }) => words.trim() !== '');
}

const quote = ({ documentId, text, sha256 }: MailDocument, start: number, end: number) => ({
  type: 'quote' as const,
  text: text.slice(start, end),
  documentId,
  start,
  end,
  sha256,
});
