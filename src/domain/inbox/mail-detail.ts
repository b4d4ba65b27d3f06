import { z } from 'zod';
import { MailItem } from './mail-item.ts';
import type { AuthenticationResult } from './parsed-mail.ts';
import { ShownTriage, shownTriage } from './shown-triage.ts';
import { MailStatus, type StoredMail } from './stored-mail.ts';

const WORDS_MAX = 100_000;
const LISTED_MAX = 50;

const Person = z.strictObject({ name: z.string(), address: z.string() });
const Result: z.ZodType<AuthenticationResult> = z
  .enum(['pass', 'fail', 'softfail', 'neutral', 'none', 'temperror', 'permerror'])
  .nullable();

/** What hangs on a mail: listed, never opened. */
export const MailPartItem = z
  .strictObject({
    partNo: z.int(),
    fileName: z.string(),
    contentType: z.string(),
    sizeBytes: z.int(),
    sha256: z.string(),
    /** Whether its bytes are kept: pictures only. */
    isKept: z.boolean(),
  })
  .meta({ id: 'MailPart' });
export type MailPartItem = z.infer<typeof MailPartItem>;

/** What the head and the structure of a mail say; names and addresses are a stranger's words. */
const MailFacts = z.strictObject({
  messageId: z.string().nullable(),
  isMessageIdRepeated: z.boolean(),
  /** As claimed. */
  date: z.iso.datetime().nullable(),
  to: z.array(Person),
  cc: z.array(Person),
  replyTo: Person.nullable(),
  authentication: z.strictObject({ spf: Result, dkim: Result, dmarc: Result }),
  automatic: z.enum(['reply', 'generated', 'bulk']).nullable(),
  isBounce: z.boolean(),
  calendarMethod: z.string().nullable(),
  forwardedFrom: z.array(Person),
  hasHiddenText: z.boolean(),
  troubles: z.array(z.string()),
});

/** One mail with all that is known of it. Text only: nothing of it is ever markup. */
export const MailDetail = MailItem.extend({
  source: z.string(),
  sizeBytes: z.int(),
  /** Null when it could not be read. */
  facts: MailFacts.nullable(),
  /** Why it could not be read; null when it could. */
  unreadable: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  /** Its plain text, else the words of its HTML; null when it has neither. */
  text: z.string().nullable(),
  isTextCut: z.boolean(),
  triage: ShownTriage.nullable(),
  parts: z.array(MailPartItem),
  /** The conversation, oldest first, this mail included. */
  thread: z.array(
    z.strictObject({
      id: z.uuid(),
      direction: z.enum(['in', 'out']),
      at: z.iso.datetime(),
      from: Person,
      subject: z.string(),
      status: MailStatus,
    }),
  ),
}).meta({ id: 'MailDetail' });
export type MailDetail = z.infer<typeof MailDetail>;

/** A stored mail as the doors show it. */
export function mailDetail(
  mail: StoredMail,
  parts: readonly MailPartItem[],
  thread: readonly StoredMail[],
): MailDetail {
  const words = mail.parsed?.text?.trim() ? mail.parsed.text : (mail.parsed?.htmlAsText ?? null);
  return {
    id: mail.mailId,
    threadId: mail.threadId,
    direction: mail.direction,
    status: mail.status,
    receivedAt: mail.receivedAt.toISOString(),
    from: { name: mail.fromName, address: mail.fromAddress },
    subject: mail.subject,
    intent: mail.intent,
    route: mail.route,
    partnerId: mail.partnerId,
    attachments: parts.length,
    isReadable: mail.parsed !== null,
    isSimulated: mail.isSimulated,
    source: mail.source,
    sizeBytes: mail.rawSizeBytes,
    facts: factsOf(mail),
    unreadable: mail.unreadable && { ...mail.unreadable },
    text: words?.slice(0, WORDS_MAX) ?? null,
    isTextCut: words !== null && words.length > WORDS_MAX,
    triage: mail.triage && shownTriage(mail.triage),
    parts: [...parts],
    thread: thread.map(({ mailId: id, direction, sentAt, receivedAt, subject, status, ...one }) => ({
      id,
      direction,
      at: (sentAt ?? receivedAt).toISOString(),
      from: { name: one.fromName, address: one.fromAddress },
      subject,
      status,
    })),
  };
}

function factsOf({ parsed, isMessageIdRepeated }: StoredMail): MailDetail['facts'] {
  if (parsed === null) return null;
  return {
    messageId: parsed.messageId,
    isMessageIdRepeated,
    date: parsed.date,
    to: parsed.to.slice(0, LISTED_MAX),
    cc: parsed.cc.slice(0, LISTED_MAX),
    replyTo: parsed.replyTo,
    authentication: parsed.authentication,
    automatic: parsed.automatic,
    isBounce: parsed.isDeliveryReport,
    calendarMethod: parsed.calendarMethod,
    forwardedFrom: [...parsed.forwardedFrom],
    hasHiddenText: parsed.hiddenText !== '',
    troubles: [...parsed.troubles],
  };
}
