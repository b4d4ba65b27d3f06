import type { FailedRecipient } from '../../../domain/inbox/received-mail.ts';
import type { MailPart } from '../mime/mail-part.ts';

const RECIPIENTS_MAX = 50;
const DIAGNOSTIC_LENGTH_MAX = 500;
const DAEMON = /^(?:mailer-daemon|postmaster|mail-daemon)@/i;
/** How qmail and its like, which write no report, name whom they could not reach. */
const QMAIL_LINE = /^<([^<>\s]{1,320})>:\s*$/gm;

/**
 * Whom a bounce says was not reached: by its delivery report, or else by the header line and the words that servers
 * without reports write.
 *
 * @param from - the sender's address.
 * @returns nothing when the mail is no bounce.
 */
export function failedRecipients(
  parts: readonly MailPart[],
  headers: Readonly<Record<string, string>>,
  from: string,
  text: string,
): FailedRecipient[] {
  const reported = parts
    .filter(({ contentType }) => /^message\/(?:global-)?delivery-status$/.test(contentType))
    .flatMap((part) => recipientsOf(part.text));
  if (reported.length > 0) return reported.slice(0, RECIPIENTS_MAX);
  const named = (headers['x-failed-recipients'] ?? '').split(/[\s,]+/).filter((name) => name.includes('@'));
  const written =
    named.length > 0 || !DAEMON.test(from)
      ? named
      : [...text.matchAll(QMAIL_LINE)].map(([, address = '']) => address);
  return written
    .slice(0, RECIPIENTS_MAX)
    .map((address) => ({ address: address.toLowerCase(), action: null, status: null, diagnostic: null }));
}

function recipientsOf(report: string): FailedRecipient[] {
  return report
    .split(/\n\s*\n/)
    .map(fieldsOf)
    .filter((fields) => fields.has('final-recipient') || fields.has('original-recipient'))
    .map((fields) => ({
      address: withoutType(
        fields.get('final-recipient') ?? fields.get('original-recipient') ?? '',
      ).toLowerCase(),
      action: fields.get('action')?.toLowerCase() ?? null,
      status: /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? null,
      diagnostic: withoutType(fields.get('diagnostic-code') ?? '').slice(0, DIAGNOSTIC_LENGTH_MAX) || null,
    }));
}

function fieldsOf(block: string): Map<string, string> {
  const lines = block.replaceAll(/\n[ \t]+/g, ' ').split('\n');
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, Math.max(colon, 0)).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

/** `rfc822; a@b.test` → `a@b.test`. */
const withoutType = (value: string): string =>
  value
    .replace(/^[a-z0-9-]+\s*;\s*/i, '')
    .replaceAll(/^<|>$/g, '')
    .trim();
