import type { ParsedMail } from '../parsed-mail.ts';

/** A mail with nothing special about it, for tests to change. */
export function plainMail(changes: Partial<ParsedMail>): ParsedMail {
  return {
    messageId: 'one@mail.example',
    inReplyTo: null,
    references: [],
    date: '2026-11-20T09:00:00.000Z',
    from: { name: 'Ann', address: 'ann@blog.example' },
    replyTo: null,
    to: [{ name: '', address: 'partners@shop.example' }],
    cc: [],
    subject: 'Hello',
    text: 'Hello there.',
    htmlAsText: null,
    htmlLinks: [],
    headers: {},
    attachments: [],
    authentication: { spf: null, dkim: null, dmarc: null },
    isDeliveryReport: false,
    hasCalendar: false,
    troubles: [],
    ...changes,
  };
}
