import type { MailItem } from '../../domain/inbox/mail-item.ts';

type Tone = 'plain' | 'waiting' | 'lost' | 'won';

const STATUSES: Readonly<Record<MailItem['status'], { readonly word: string; readonly tone: Tone }>> = {
  new: { word: 'new', tone: 'waiting' },
  working: { word: 'being read', tone: 'waiting' },
  triaged: { word: 'understood', tone: 'waiting' },
  needs_review: { word: 'needs a person', tone: 'lost' },
  answered: { word: 'answered', tone: 'won' },
  ignored: { word: 'nothing to answer', tone: 'plain' },
  handled: { word: 'handled', tone: 'won' },
};

/** What became of a mail, as a word and how loudly it is said. */
export const statusWords = (status: MailItem['status']) => STATUSES[status];

const ROUTES: Readonly<Record<string, string>> = {
  auto_reply: 'may be answered by itself',
  draft_for_approval: 'an answer is drafted for approval',
  human: 'goes to a person',
  ignore: 'nothing to answer',
};

export const routeWords = (route: string): string => ROUTES[route] ?? route;

/** The subject of a list row: a mail may have none, or could not be read. */
export function subjectWords({ subject, isReadable }: Pick<MailItem, 'subject' | 'isReadable'>): string {
  if (!isReadable) return 'A mail that could not be read';
  return subject.trim() === '' ? '(no subject)' : subject;
}
