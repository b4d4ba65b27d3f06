import { z } from 'zod';
import { ReceivedMail, UnreadableMail } from './received-mail.ts';
import { Triage } from './triage.ts';

/**
 * Where a mail stands. `new`: nobody has read it. `working`: an agent does. `triaged`: it is understood, and what follows
 * is under way. `needs_review`: a person has to look. `answered`: an answer left. `ignored`: nothing is to be answered.
 * `handled`: done with; everything we wrote is.
 */
export const MailStatus = z.enum([
  'new',
  'working',
  'triaged',
  'needs_review',
  'answered',
  'ignored',
  'handled',
]);
export type MailStatus = z.infer<typeof MailStatus>;

/** What triage said, and who said it. */
export const StoredTriage = Triage.extend({
  madeBy: z.object({ engine: z.string(), prompt: z.string().nullable() }),
});
export type StoredTriage = z.infer<typeof StoredTriage>;

/** One mail as the database keeps it. Every word in `parsed`, `fromName` and `subject` of mail that came in is a stranger's. */
export const StoredMail = z.object({
  mailId: z.uuid(),
  threadId: z.uuid(),
  direction: z.enum(['in', 'out']),
  /** `imap:<account>/<folder>`, `file`, `http`, `demo` or `outbox`. */
  source: z.string(),
  receivedAt: z.date(),
  /** In: the Date line, as claimed; null when there is none. Out: when the server took it. */
  sentAt: z.date().nullable(),
  messageId: z.string().nullable(),
  /** Another mail came before with the same Message-ID and other content: one of them is not what it says. */
  isMessageIdRepeated: z.boolean(),
  fromAddress: z.string(),
  fromName: z.string(),
  toAddresses: z.array(z.string()),
  subject: z.string(),
  /** Null when it could not be read. */
  parsed: ReceivedMail.nullable(),
  /** Why it could not be read; null when it could. */
  unreadable: UnreadableMail.nullable(),
  rawSha256: z.string(),
  rawSizeBytes: z.int(),
  status: MailStatus,
  /** Null when it is not made yet, or was made in a form that is no longer read. */
  triage: StoredTriage.nullable(),
  partnerId: z.string().nullable(),
  intent: z.string().nullable(),
  route: z.string().nullable(),
  /** The action that sent it; null for mail that came in. */
  actionId: z.uuid().nullable(),
  isSimulated: z.boolean(),
});
export type StoredMail = Readonly<z.infer<typeof StoredMail>>;
