import { MAIL_LIMITS } from '../../../../src/intake/mail/mail-limits.ts';
import { parseMail } from '../../../../src/intake/mail/parse-mail.ts';
import type { Queryable } from '../../../client.ts';
import { rawMail } from '../raw-mail.ts';
import { type MailCircumstances, storeMail } from '../store-mail.ts';

/** The moment at which the mail tests happen. */
export const MAIL_NOW = new Date('2026-03-02T10:00:00.000Z');

/** Stores a mail from its lines: head, an empty line, words. */
export async function putMail(
  db: Queryable,
  lines: readonly string[],
  changes: Partial<MailCircumstances> = {},
): Promise<{ mailId: string; state: 'inserted' | 'unchanged' }> {
  const bytes = Buffer.from(lines.join('\r\n'));
  return storeMail(db, await parseMail(bytes, MAIL_LIMITS), await rawMail(bytes), {
    source: 'file',
    now: MAIL_NOW,
    isSimulated: true,
    ...changes,
  });
}
