import type { ReceivedMail, UnreadableMail } from '../../../domain/inbox/received-mail.ts';
import { MAIL_LIMITS, type MailLimits } from '../mail-limits.ts';
import { openMailThread } from '../thread/open-mail-thread.ts';
import { mailBytes } from './mail-bytes.ts';

/** One mail of the files asked for, or what stands in its place. */
export type MailItem = {
  readonly file: string;
  /** Of the message in an mbox, from 1 on; null for a file that is one mail. */
  readonly position: number | null;
} & ({ readonly mail: ReceivedMail } | { readonly unreadable: UnreadableMail });

/**
 * Reads mail from files: .eml, mbox, Maildir, and folders of those, one mail at a time.
 *
 * What cannot be read comes as such in its place; nothing stops the run. At most one message is held at a time, and none
 * takes more than five seconds.
 */
export async function* readMailFiles(
  paths: readonly string[],
  limits: MailLimits = MAIL_LIMITS,
): AsyncGenerator<MailItem> {
  const thread = openMailThread(limits);
  try {
    for await (const found of mailBytes(paths, limits)) {
      const { file, position } = found;
      const read = 'bytes' in found ? await thread.read(found.bytes) : found.unreadable;
      yield 'code' in read ? { file, position, unreadable: read } : { file, position, mail: read };
    }
  } finally {
    await thread.close();
  }
}
