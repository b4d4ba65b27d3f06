import { readFile } from 'node:fs/promises';
import type { ReceivedMail, UnreadableMail } from '../../../domain/inbox/received-mail.ts';
import { MAIL_LIMITS, type MailLimits } from '../mail-limits.ts';
import { type MailThread, openMailThread } from '../thread/open-mail-thread.ts';
import { beginningOf, type MailFile, mailFiles, mboxMessages, reasonOf } from './mail-files.ts';

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
    for (const path of paths) {
      for await (const file of mailFiles(path)) yield* itemsOf(file, thread, limits);
    }
  } finally {
    await thread.close();
  }
}

async function* itemsOf(found: MailFile, thread: MailThread, limits: MailLimits): AsyncGenerator<MailItem> {
  const { file } = found;
  if (found.is === 'unreadable') {
    yield { file, position: null, unreadable: { code: 'file_unreadable', message: found.why } };
    return;
  }
  let position: number | null = null;
  try {
    if (found.is === 'message') {
      yield item(file, null, await thread.read(await messageBytes(file, found.sizeBytes, limits)));
      return;
    }
    position = 0;
    for await (const bytes of mboxMessages(file, limits.sizeBytes)) {
      position += 1;
      yield item(file, position, await thread.read(bytes));
    }
    if (position === 0)
      yield item(file, null, { code: 'mail_empty', message: 'There is no mail in this file.' });
  } catch (error) {
    yield { file, position, unreadable: { code: 'file_unreadable', message: reasonOf(error) } };
  }
}

/** One byte more than the cap tells the reader that there was more. */
const messageBytes = (file: string, sizeBytes: number, limits: MailLimits): Promise<Uint8Array> =>
  sizeBytes > limits.sizeBytes ? beginningOf(file, limits.sizeBytes + 1) : readFile(file);

const item = (file: string, position: number | null, read: ReceivedMail | UnreadableMail): MailItem =>
  'code' in read ? { file, position, unreadable: read } : { file, position, mail: read };
