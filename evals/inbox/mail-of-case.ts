import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import type { ParsedMail } from '../../src/domain/inbox/parsed-mail.ts';
import type { MailCase } from './mail-case.ts';

/** The manager's address where the mails of the set carry none. */
const OWN_ADDRESS = 'partners@shop.example';

/**
 * Whom a labelled mail went to. The set speaks of many shops; a colleague's mail has the receiver's own domain, which
 * every second thread shows, so that nothing learns to lean on it alone.
 */
function receiverOf({ thread, from, labels }: MailCase): string {
  const shows = (createHash('sha256').update(thread).digest()[0] ?? 0) % 2 === 0;
  if (labels.intent !== 'internal_forward' || !shows) return OWN_ADDRESS;
  return `partners@${from.address.slice(from.address.lastIndexOf('@') + 1)}`;
}

/** A labelled mail as the reader of MIME would leave it. */
export function mailOfCase(mailCase: MailCase): ParsedMail {
  const { id, from, subject, text, html, headers } = mailCase;
  const lower = Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, line]) => [name.toLowerCase(), line]),
  );
  const replyTo = lower['reply-to'];
  return {
    messageId: `${id}@evals.example`,
    inReplyTo: null,
    references: [],
    date: null,
    from: { name: from.name, address: from.address.toLowerCase() },
    replyTo:
      replyTo === undefined ? null : { name: '', address: replyTo.replace(/^.*<|>.*$/g, '').toLowerCase() },
    to: [{ name: '', address: receiverOf(mailCase) }],
    cc: [],
    subject,
    text,
    htmlAsText: html === null ? null : wordsOf(html),
    htmlLinks:
      html === null
        ? []
        : [...html.matchAll(/\bhref\s*=\s*["']([^"']+)["']/gi)].map(([, href]) => href ?? ''),
    hiddenText: [...(html ?? '').matchAll(/<!--([\s\S]*?)-->/g)].map(([, words]) => words).join('\n'),
    headers: lower,
    attachments: [],
    authentication: { spf: null, dkim: null, dmarc: null },
    isDeliveryReport: /report-type="?delivery-status/i.test(lower['content-type'] ?? ''),
    hasCalendar: /text\/calendar/i.test(lower['content-type'] ?? ''),
    troubles: [],
  };
}

/** Enough of HTML for the mails of this set. */
function wordsOf(html: string): string {
  const plain = html
    .replaceAll(/<(?:style|script|head)\b[\s\S]*?<\/(?:style|script|head)>/gi, '')
    .replaceAll(/<br\s*\/?>|<\/(?:p|div|tr|li|h\d|table|blockquote)>/gi, '\n')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[ \t]+/g, ' ')
    .trim();
  return parseHTML(`<p>${plain}</p>`).document.querySelector('p')?.textContent ?? plain;
}
