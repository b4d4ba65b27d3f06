import type { ReceivedMail } from '../../../domain/inbox/received-mail.ts';
import type { MailLimits } from '../mail-limits.ts';

/** What the reading thread is asked. */
export interface ThreadRequest {
  readonly bytes: Uint8Array;
  readonly limits: MailLimits;
}

/** What it answers; the first message says that it has started. */
export type ThreadMessage = { readonly is: 'ready' } | { readonly is: 'read'; readonly mail: ReceivedMail };
