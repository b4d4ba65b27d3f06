import type { ReceivedMail } from '../../../domain/inbox/received-mail.ts';

const has = (headers: Readonly<Record<string, string>>, ...names: readonly string[]): boolean =>
  names.some((name) => headers[name] !== undefined);

/** Whether a program sent it, by its header lines alone. */
export function automaticOf(headers: Readonly<Record<string, string>>): ReceivedMail['automatic'] {
  const submitted = headers['auto-submitted']?.toLowerCase() ?? 'no';
  const precedence = headers.precedence?.toLowerCase() ?? '';
  if (submitted.startsWith('auto-replied') || precedence.includes('auto_reply')) return 'reply';
  if (has(headers, 'x-autoreply', 'x-autorespond', 'x-auto-reply', 'x-autoresponder')) return 'reply';
  if (!submitted.startsWith('no')) return 'generated';
  if (/bulk|list|junk/.test(precedence) || has(headers, 'list-id', 'list-unsubscribe', 'feedback-id'))
    return 'bulk';
  return null;
}
