import { z } from 'zod';
import type { AuthenticationResult, ParsedMail } from './parsed-mail.ts';

const MailAddress = z.object({ name: z.string(), address: z.string() });
const Result: z.ZodType<AuthenticationResult> = z
  .enum(['pass', 'fail', 'softfail', 'neutral', 'none', 'temperror', 'permerror'])
  .nullable();

/** What a server said about one recipient it could not reach. */
export const FailedRecipient = z.object({
  /** In lower case; empty when the report names none. */
  address: z.string(),
  /** Such as `failed` or `delayed`, in lower case; null when not said. */
  action: z.string().nullable(),
  /** Such as `5.1.1`; null when not said. */
  status: z.string().nullable(),
  /** The server's own words, on one line; null when there are none. */
  diagnostic: z.string().nullable(),
});
export type FailedRecipient = Readonly<z.infer<typeof FailedRecipient>>;

/** A parsed mail with what else its bytes say; what is read from its words stays with the domain. */
export const ReceivedMail = z.object({
  messageId: z.string().nullable(),
  inReplyTo: z.string().nullable(),
  references: z.array(z.string()).readonly(),
  date: z.string().nullable(),
  from: MailAddress,
  replyTo: MailAddress.nullable(),
  to: z.array(MailAddress).readonly(),
  cc: z.array(MailAddress).readonly(),
  subject: z.string(),
  text: z.string().nullable(),
  htmlAsText: z.string().nullable(),
  htmlLinks: z.array(z.string()).readonly(),
  headers: z.record(z.string(), z.string()),
  attachments: z
    .array(
      z.object({
        fileName: z.string(),
        contentType: z.string(),
        sizeBytes: z.number(),
        sha256: z.string(),
      }),
    )
    .readonly(),
  authentication: z.object({ spf: Result, dkim: Result, dmarc: Result }),
  isDeliveryReport: z.boolean(),
  hasCalendar: z.boolean(),
  troubles: z.array(z.string()).readonly(),
  /** Lower-case hexadecimal, over the bytes as they were read: names this very copy. */
  sha256: z.string(),
  /**
   * The same for two copies of one mail on different ways: made of Message-ID, sender, date, subject, words and
   * attachments, and not of the lines that servers add.
   */
  dedupeKey: z.string(),
  /** Words of the HTML that no reader would see: a preheader, or an attempt on us. Telemetry; empty when there are none. */
  hiddenText: z.string(),
  /** `reply` answers by itself, `generated` was written by a program, `bulk` went to many; null when no header says so. */
  automatic: z.enum(['reply', 'generated', 'bulk']).nullable(),
  /** Empty when the mail is no bounce. */
  failedRecipients: z.array(FailedRecipient).readonly(),
  /** Who wrote what is passed on, outermost first; empty when nothing is. As claimed, never proof. */
  forwardedFrom: z.array(MailAddress).readonly(),
  /** How its sender says one leaves the list; null when there is no such header. Never fetched here. */
  listUnsubscribe: z
    .object({
      links: z.array(z.string()).readonly(),
      addresses: z.array(z.string()).readonly(),
      /** RFC 8058. */
      isOneClick: z.boolean(),
    })
    .nullable(),
  /** METHOD of a calendar part, such as `REQUEST` or `REPLY`; null when there is none. */
  calendarMethod: z.string().nullable(),
}) satisfies z.ZodType<ParsedMail>;
export type ReceivedMail = Readonly<z.infer<typeof ReceivedMail>>;

/** A mail that could not be read: it is shown as such, and the next one is read. */
export const UnreadableMail = z.object({
  code: z.enum(['file_unreadable', 'mail_empty', 'mail_not_mail', 'mail_too_heavy', 'mail_unstorable']),
  message: z.string(),
});
export type UnreadableMail = Readonly<z.infer<typeof UnreadableMail>>;
