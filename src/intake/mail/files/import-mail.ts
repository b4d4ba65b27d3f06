import { access } from 'node:fs/promises';
import type { Queryable } from '../../../../db/client.ts';
import { Refusal } from '../../../domain/errors.ts';
import { openRejects } from '../../csv/rejects-file.ts';
import { MAIL_LIMITS } from '../mail-limits.ts';
import { takeMail } from '../take-mail.ts';
import { openMailThread } from '../thread/open-mail-thread.ts';
import { mailBytes } from './mail-bytes.ts';

export interface MailImportDeps {
  readonly db: Queryable;
  /** Where `rejects/` is made. */
  readonly dataFolder: string;
  now(): Date;
  /** Stops between two mails; what was stored stays. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (rows: number) => void;
}

export interface MailImportResult {
  readonly kind: 'mail';
  /** All mails of the path: the sum of the four that follow. */
  readonly rows: number;
  readonly inserted: number;
  /** Always 0: a mail does not change. */
  readonly updated: number;
  readonly unchanged: number;
  /** Could not be read. Where there were bytes they are kept, and shown as unreadable. */
  readonly rejected: number;
  /** `null` when everything could be read. */
  readonly rejectsFile: string | null;
}

/**
 * Stores the mail of one file or folder: .eml, mbox, Maildir. The same again adds nothing.
 *
 * @throws {Refusal} `file_unreadable` when there is no such path, or it is not ours to read.
 */
export async function importMail(
  { db, dataFolder, now, signal, onProgress }: MailImportDeps,
  path: string,
): Promise<MailImportResult> {
  await access(path).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'there is no such file or folder' : 'this user may not read it';
    throw new Refusal('file_unreadable', `${path} cannot be read: ${why}.`, { path });
  });
  const thread = openMailThread(MAIL_LIMITS);
  const rejects = await openRejects(dataFolder, 'mail', path);
  const total = { rows: 0, inserted: 0, updated: 0, unchanged: 0 };
  try {
    for await (const found of mailBytes([path], MAIL_LIMITS)) {
      signal?.throwIfAborted();
      total.rows += 1;
      const circumstances = { source: 'file', now: now(), isSimulated: false };
      const taken = 'bytes' in found ? await takeMail({ db, thread }, found.bytes, circumstances) : null;
      const unreadable = taken ? taken.unreadable : 'unreadable' in found ? found.unreadable : null;
      if (unreadable) await rejects.add(found.position ?? 1, unreadable.message, found.file);
      else if (taken) total[taken.state] += 1;
      onProgress?.(total.rows);
    }
  } finally {
    await Promise.all([thread.close(), rejects.close()]);
  }
  return { kind: 'mail', ...total, rejected: rejects.count(), rejectsFile: rejects.path() };
}
