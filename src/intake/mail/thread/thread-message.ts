import type { ReceivedMail } from '../../../domain/inbox/received-mail.ts';
import type { MailLimits } from '../mail-limits.ts';

/** A mail, and its attached pictures by their hash. */
export interface ReadMail {
  readonly mail: ReceivedMail;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** What the reading thread is asked. */
export interface ThreadRequest {
  readonly bytes: Uint8Array;
  readonly limits: MailLimits;
}

/** What it answers; the first message says that it has started. */
export type ThreadMessage = { readonly is: 'ready' } | ({ readonly is: 'read' } & ReadMail);
