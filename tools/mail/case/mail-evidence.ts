import { lastOrders } from '../../../db/queries/mail/last-orders.ts';
import { mailThread } from '../../../db/queries/mail/mail-thread.ts';
import { mailQuotes } from '../../../src/domain/inbox/mail-document.ts';
import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import type { ToolContext } from '../../define-tool.ts';
import type { MailCase } from './mail-case.ts';

const note = (title: string, text: string): Evidence => ({ type: 'note', title, text });

const HOW = {
  address: 'the address on file',
  domain: 'the domain of its website',
  thread: 'an address that we wrote to in this conversation',
} as const;

/** What a person needs beside the words: the mail itself, who sent it, the conversation, the partner's figures and orders. */
export async function mailEvidence(
  { db }: Pick<ToolContext, 'db'>,
  mailCase: MailCase,
  comment: string | null,
): Promise<Evidence[]> {
  const { mail, sender, facts } = mailCase;
  const thread = await mailThread(db, mail.threadId);
  return [
    ...mailQuotes(mail),
    ...(comment === null ? [] : [note('Answers this comment', comment)]),
    note('Who wrote it', senderWords(mailCase)),
    ...mailNotes(mailCase),
    ...(thread.length > 1 ? [note('Conversation', threadWords(mailCase, thread))] : []),
    ...facts.evidence.slice(0, 40),
    ...(sender === null ? [] : await lastOrders(db, sender.partnerId)),
  ];
}

function senderWords({ sender, state }: MailCase): string {
  if (sender === null) return 'No partner of ours has this address, this domain or this conversation.';
  const proof = sender.isSpoofable
    ? 'Nothing proves that it comes from there; an answer goes to the address on file only.'
    : 'The receiving server proved the domain.';
  const tier = sender.isTierOne ? ' A Tier 1 partner: the manager answers in person.' : '';
  const none = state.addressOnFile === null ? ' There is no address on file.' : '';
  return `Partner ${sender.partnerId}, found by ${HOW[sender.how]}. ${proof}${none}${tier}`;
}

/** Ours, about the mail; its own words stand in the quotes. */
function mailNotes({ mail }: MailCase): Evidence[] {
  const { parsed, unreadable, triage } = mail;
  const attachments = parsed?.attachments ?? [];
  const kinds = attachments.map(({ contentType, sizeBytes }) => `${contentType}, ${sizeBytes} bytes`);
  return [
    ...(unreadable ? [note('Could not be read', unreadable.message)] : []),
    ...(parsed && parsed.troubles.length > 0
      ? [note('Trouble in reading it', parsed.troubles.join(' '))]
      : []),
    ...(triage?.injectionSuspected
      ? [note('Speaks to the machine', 'It seems to give orders to whatever reads it. Nothing follows them.')]
      : []),
    ...(mail.isMessageIdRepeated
      ? [note('Repeated Message-ID', 'Another mail with other content came under the same Message-ID.')]
      : []),
    ...(kinds.length > 0
      ? [note('Attachments', `${kinds.length}, never opened: ${kinds.slice(0, 10).join('; ')}.`)]
      : []),
  ];
}

function threadWords({ mail }: MailCase, thread: readonly MailCase['mail'][]): string {
  const ours = thread.filter(({ direction }) => direction === 'out');
  const before = thread.filter(({ receivedAt }) => receivedAt < mail.receivedAt);
  const last = ours.at(-1);
  const answered = last
    ? `we last wrote on ${(last.sentAt ?? last.receivedAt).toISOString().slice(0, 10)}`
    : 'we have not written in it yet';
  return `${thread.length} mails; ${before.length} came before this one; ${answered}.`;
}
