/** One address of a From, To or Reply-To line. */
export interface MailAddress {
  /** Display name, decoded; empty when there is none. */
  readonly name: string;
  /** In lower case; empty when the line could not be read. */
  readonly address: string;
}

/** What hangs on a mail. Its bytes are kept elsewhere, by hash. */
export interface MailAttachment {
  /** Decoded; empty when it has none. */
  readonly fileName: string;
  /** By the part's own header, in lower case, such as `image/png`. */
  readonly contentType: string;
  readonly sizeBytes: number;
  /** Lower-case hexadecimal of the decoded bytes. */
  readonly sha256: string;
}

/** `none` when the receiving server checked and found nothing to check, null when no trusted server says anything. */
export type AuthenticationResult =
  | 'pass'
  | 'fail'
  | 'softfail'
  | 'neutral'
  | 'none'
  | 'temperror'
  | 'permerror'
  | null;

/**
 * One mail as the reader of MIME leaves it: decoded, cut to its caps, nothing executed and nothing fetched.
 *
 * Every word in it is a stranger's.
 */
export interface ParsedMail {
  /** Without angle brackets; null when missing. */
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  /** Oldest first, without angle brackets. */
  readonly references: readonly string[];
  /** ISO 8601 UTC of the Date header; null when missing or unreadable. */
  readonly date: string | null;
  readonly from: MailAddress;
  readonly replyTo: MailAddress | null;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  /** Decoded, on one line; empty when missing. */
  readonly subject: string;
  /** The plain text part; null when the mail has only HTML. Quoted history and signature stand in it still. */
  readonly text: string | null;
  /** The HTML part as words, with block elements on lines of their own and quotes as `> ` lines; null when there is none. */
  readonly htmlAsText: string | null;
  /** Hrefs of the HTML part, in order, each once; text links are found in the text. */
  readonly htmlLinks: readonly string[];
  /** Names in lower case; lines that occur more than once are joined by a line break. */
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly MailAttachment[];
  readonly authentication: {
    readonly spf: AuthenticationResult;
    readonly dkim: AuthenticationResult;
    readonly dmarc: AuthenticationResult;
  };
  /** A `multipart/report` with a delivery status: a bounce, by its own structure. */
  readonly isDeliveryReport: boolean;
  /** A text/calendar part: an invitation, or an answer to one. */
  readonly hasCalendar: boolean;
  /** Words of the HTML that no reader would see; left out when nobody looked. */
  readonly hiddenText?: string;
  /** What could not be read or went over a cap, as sentences; empty when all went well. */
  readonly troubles: readonly string[];
}
