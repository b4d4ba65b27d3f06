import type { MailAddress, ParsedMail } from '../../domain/inbox/parsed-mail.ts';

/** What a server said about one recipient it could not reach. */
export interface FailedRecipient {
  /** In lower case; empty when the report names none. */
  readonly address: string;
  /** Such as `failed` or `delayed`, in lower case; null when not said. */
  readonly action: string | null;
  /** Such as `5.1.1`; null when not said. */
  readonly status: string | null;
  /** The server's own words, on one line; null when there are none. */
  readonly diagnostic: string | null;
}

/** A parsed mail with what else its bytes say; what is read from its words stays with the domain. */
export interface ReceivedMail extends ParsedMail {
  /** Lower-case hexadecimal, over the bytes as they were read: names this very copy. */
  readonly sha256: string;
  /**
   * The same for two copies of one mail on different ways: made of Message-ID, sender, date, subject, words and
   * attachments, and not of the lines that servers add.
   */
  readonly dedupeKey: string;
  /** Words of the HTML that no reader would see: a preheader, or an attempt on us. Telemetry; empty when there are none. */
  readonly hiddenText: string;
  /** `reply` answers by itself, `generated` was written by a program, `bulk` went to many; null when no header says so. */
  readonly automatic: 'reply' | 'generated' | 'bulk' | null;
  /** Empty when the mail is no bounce. */
  readonly failedRecipients: readonly FailedRecipient[];
  /** Who wrote what is passed on, outermost first; empty when nothing is. As claimed, never proof. */
  readonly forwardedFrom: readonly MailAddress[];
  /** How its sender says one leaves the list; null when there is no such header. Never fetched here. */
  readonly listUnsubscribe: {
    readonly links: readonly string[];
    readonly addresses: readonly string[];
    /** RFC 8058. */
    readonly isOneClick: boolean;
  } | null;
  /** METHOD of a calendar part, such as `REQUEST` or `REPLY`; null when there is none. */
  readonly calendarMethod: string | null;
}

/** A mail that could not be read: it is shown as such, and the next one is read. */
export interface UnreadableMail {
  readonly code: 'file_unreadable' | 'mail_empty' | 'mail_not_mail' | 'mail_too_heavy';
  readonly message: string;
}
