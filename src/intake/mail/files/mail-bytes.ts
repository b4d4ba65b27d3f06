import { readFile } from 'node:fs/promises';
import type { UnreadableMail } from '../../../domain/inbox/received-mail.ts';
import type { MailLimits } from '../mail-limits.ts';
import { beginningOf, type MailFile, mailFiles, mboxMessages, reasonOf } from './mail-files.ts';

/** The bytes of one mail in a file, or what stands in their place. */
export type MailBytes = {
  readonly file: string;
  /** Of the message in an mbox, from 1 on; null for a file that is one mail. */
  readonly position: number | null;
} & ({ readonly bytes: Uint8Array } | { readonly unreadable: UnreadableMail });

/** Takes mail out of files: .eml, mbox, Maildir, and folders of those; one at a time, nothing stops the run. */
export async function* mailBytes(paths: readonly string[], limits: MailLimits): AsyncGenerator<MailBytes> {
  for (const path of paths) {
    for await (const file of mailFiles(path)) yield* inFile(file, limits);
  }
}

async function* inFile(found: MailFile, limits: MailLimits): AsyncGenerator<MailBytes> {
  const { file } = found;
  if (found.is === 'unreadable') {
    yield { file, position: null, unreadable: { code: 'file_unreadable', message: found.why } };
    return;
  }
  let position: number | null = null;
  try {
    if (found.is === 'message') {
      yield { file, position, bytes: await messageBytes(file, found.sizeBytes, limits) };
      return;
    }
    position = 0;
    for await (const bytes of mboxMessages(file, limits.sizeBytes)) {
      position += 1;
      yield { file, position, bytes };
    }
    if (position === 0) {
      const unreadable = { code: 'mail_empty', message: 'There is no mail in this file.' } as const;
      yield { file, position: null, unreadable };
    }
  } catch (error) {
    yield { file, position, unreadable: { code: 'file_unreadable', message: reasonOf(error) } };
  }
}

/** One byte more than the cap tells the reader that there was more. */
const messageBytes = (file: string, sizeBytes: number, limits: MailLimits): Promise<Uint8Array> =>
  sizeBytes > limits.sizeBytes ? beginningOf(file, limits.sizeBytes + 1) : readFile(file);
