import type { StoredMail } from './stored-mail.ts';

const ADDRESS = /[^\s<>"',;:()]+@[^\s<>"',;:()]+/;
/** Who handed the mail over, as the receiving server wrote it: its address where it says so, else its name. */
const HANDED_OVER = /^from\s+(\S+)(?:\s+\(([^)]*)\))?/i;
const BRACKETED_IP = /\[(?:IPv6:)?([\da-f.:]+)\]/i;
const OWN_HOST =
  /^(?:localhost(?:\.localdomain)?|127\.\d|10\.\d|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd][\da-f]{2}:)/i;
const NAME_LENGTH_MAX = 290;

/**
 * Whom the flood limits count a mail against, such as `mail:anna@example.com` or `mail:host:192.0.2.7`.
 *
 * Bounces and other machine mail often have no From: then its envelope, Sender or Reply-To names them, or else the
 * server that handed it over. A mail that says nothing of where it is from counts alone, so that one machine's mails
 * never hold back others'.
 */
export function strangerOf({
  mailId,
  fromAddress,
  parsed,
}: Pick<StoredMail, 'mailId' | 'fromAddress' | 'parsed'>): string {
  const headers = parsed?.headers ?? {};
  const address =
    fromAddress ||
    addressIn(headers['return-path']) ||
    addressIn(headers.sender) ||
    (parsed?.replyTo?.address ?? '');
  const host = address === '' ? hostIn(headers.received) : '';
  const name = address || (host === '' ? `message:${mailId}` : `host:${host}`);
  return `mail:${name.toLowerCase().slice(0, NAME_LENGTH_MAX)}`;
}

/** Servers put their lines on top, so the first one is the nearest to us. */
const addressIn = (lines: string | undefined): string =>
  ADDRESS.exec((lines ?? '').split('\n')[0] ?? '')?.[0] ?? '';

function hostIn(lines: string | undefined): string {
  for (const line of (lines ?? '').split('\n')) {
    const [, name = '', comment = ''] = HANDED_OVER.exec(line.trim()) ?? [];
    const host = BRACKETED_IP.exec(comment)?.[1] ?? BRACKETED_IP.exec(name)?.[1] ?? name;
    if (host !== '' && !OWN_HOST.test(host)) return host;
  }
  return '';
}
