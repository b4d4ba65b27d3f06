import { createHash } from 'node:crypto';
import type { ParsedMail } from '../../../domain/inbox/parsed-mail.ts';

/** Same for two copies of one mail that came on different ways: what servers add plays no part. */
export function dedupeKey(mail: ParsedMail): string {
  const words = [mail.text, mail.htmlAsText].map((text) => text?.replaceAll(/\s+/g, ' ').trim() ?? '');
  const attachments = mail.attachments.map(({ sha256 }) => sha256);
  const parts = [
    mail.messageId ?? '',
    mail.from.address,
    mail.date ?? '',
    mail.subject,
    ...words,
    ...attachments,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
