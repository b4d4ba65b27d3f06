import { createHash } from 'node:crypto';
import type { Evidence } from '../proposals/evidence.ts';
import type { Application } from '../vetting/application.ts';

/** An application's words as one text, which quotes point into. */
export interface ApplicationDocument {
  readonly documentId: string;
  readonly text: string;
  /** Lower-case hexadecimal, over the text in UTF-8. */
  readonly sha256: string;
}

const QUOTE_LENGTH_MAX = 1_000;
const POSTS_MAX = 3;

/** Handle, bio, claims, pitch and posts, each on lines of its own. */
export function applicationDocument(
  documentId: string,
  { handle, bio, claimed, pitch, posts }: Application,
): ApplicationDocument {
  const parts = [handle ?? '', bio, claimed, pitch, ...posts.map(({ text }) => text)];
  const text = parts.filter((part) => part.trim() !== '').join('\n');
  return { documentId, text, sha256: createHash('sha256').update(text).digest('hex') };
}

/** Who applies and what they say of themselves, and their newest posts, as quotes. */
export function applicationQuotes(documentId: string, application: Application): Evidence[] {
  const document = applicationDocument(documentId, application);
  const { handle, bio, claimed, pitch, posts } = application;
  const parts = [handle ?? '', bio, claimed, pitch, ...posts.slice(0, POSTS_MAX).map(({ text }) => text)];
  const quotes: Evidence[] = [];
  let from = 0;
  for (const part of parts.filter((words) => words.trim() !== '')) {
    const start = document.text.indexOf(part, from);
    const end = start + Math.min(part.length, QUOTE_LENGTH_MAX);
    quotes.push({
      type: 'quote',
      documentId,
      text: document.text.slice(start, end),
      start,
      end,
      sha256: document.sha256,
    });
    from = start + part.length;
  }
  return quotes;
}
