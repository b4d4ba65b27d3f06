import type { Queryable } from '../../../db/client.ts';
import { findSentCopy } from '../../../db/queries/mail/find-sent-copy.ts';
import { rawMail } from '../../../db/queries/mail/raw-mail.ts';
import { type MailCircumstances, storeMail } from '../../../db/queries/mail/store-mail.ts';
import type { UnreadableMail } from '../../domain/inbox/received-mail.ts';
import { suppressBounced } from './suppress-bounced.ts';
import type { MailThread } from './thread/open-mail-thread.ts';

export interface TakenMail {
  readonly mailId: string;
  readonly state: 'inserted' | 'unchanged';
  /** Why it could not be read; it is kept all the same. Null when it could. */
  readonly unreadable: UnreadableMail | null;
}

export interface TakeMailDeps {
  readonly db: Queryable;
  readonly thread: MailThread;
}

/**
 * Takes one mail in, on whatever way it came: keeps its bytes, reads it, stores it once, and learns from a bounce.
 *
 * A copy of a mail that we sent ourselves stays what it is.
 *
 * @param bytes - given away: empty afterwards when they are many.
 */
export async function takeMail(
  { db, thread }: TakeMailDeps,
  bytes: Uint8Array,
  circumstances: Omit<MailCircumstances, 'sent' | 'pictures'>,
): Promise<TakenMail> {
  const raw = await rawMail(bytes);
  const read = await thread.readAll(bytes);
  if ('code' in read) return { ...(await storeMail(db, read, raw, circumstances)), unreadable: read };
  const { mail, pictures } = read;
  const { messageId, from } = mail;
  const sent = messageId && (await findSentCopy(db, { messageId, fromAddress: from.address }));
  if (sent) return { mailId: sent, state: 'unchanged', unreadable: null };
  const stored = await storeMail(db, mail, raw, { ...circumstances, pictures }).catch((error: unknown) => {
    if (!isUnstorable(error)) throw error;
    return null;
  });
  if (stored === null)
    return { ...(await storeMail(db, UNSTORABLE, raw, circumstances)), unreadable: UNSTORABLE };
  if (stored.state === 'inserted') {
    await suppressBounced(db, mail, { mailId: stored.mailId, now: circumstances.now });
  }
  return { ...stored, unreadable: null };
}

const UNSTORABLE: UnreadableMail = {
  code: 'mail_unstorable',
  message: 'The database cannot keep what was read of this mail.',
};

/** Classes 22 and 54: a value that the database cannot hold, or that is beyond its limits. The mail's fault, not the moment's. */
function isUnstorable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^(?:22|54)[0-9A-Z]{3}$/.test(code);
}
