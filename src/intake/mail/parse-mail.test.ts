import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewMail } from '../../domain/inbox/mail-view.ts';
import { MAIL_LIMITS, type MailLimits } from './mail-limits.ts';
import { parseMail } from './parse-mail.ts';
import { mailText, mailWith } from './testing/mail-text.ts';

const parse = (bytes: Uint8Array, limits: Partial<MailLimits> = {}) =>
  parseMail(bytes, { ...MAIL_LIMITS, ...limits });

const ALTERNATIVE = [
  'Content-Type: multipart/alternative; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Plain words',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>HTML <a href="https://x.test/?a=1&amp;b=2">words</a></p>',
  '--b--',
];

describe('parseMail', () => {
  it('reads head, both bodies and links', async () => {
    const mail = await parse(
      mailText(
        'Message-ID: <1@shop.test>',
        'In-Reply-To: <0@shop.test>',
        'References: <a@shop.test>',
        ' <0@shop.test>',
        'From: =?utf-8?q?J=C3=B6rg?= <JOERG@Shop.test>',
        'To: a@x.test, "B, C" <b@x.test>',
        'Date: Mon, 2 Nov 2026 10:11:12 +0100 (CET)',
        'Subject: =?iso-8859-1?q?Gr=FC=DFe?=',
        ...ALTERNATIVE,
      ),
    );
    expect(mail).toMatchObject({
      messageId: '1@shop.test',
      inReplyTo: '0@shop.test',
      references: ['a@shop.test', '0@shop.test'],
      from: { name: 'Jörg', address: 'joerg@shop.test' },
      to: [
        { name: '', address: 'a@x.test' },
        { name: 'B, C', address: 'b@x.test' },
      ],
      date: '2026-11-02T09:11:12.000Z',
      subject: 'Grüße',
      text: 'Plain words',
      htmlAsText: 'HTML words',
      htmlLinks: ['https://x.test/?a=1&b=2'],
      troubles: [],
    });
  });

  it('gives no plain text, rather than an empty one, when there is only HTML', async () => {
    const mail = await parse(mailWith('Content-Type: text/html', '', '<b>Hi</b>'));
    expect(mail.text).toBeNull();
    expect(mail.htmlAsText).toBe('Hi');
  });

  it('does not lose HTML that stands beside plain text and is no alternative to it', async () => {
    const mail = await parse(
      mailWith(
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        '',
        'See below.',
        '--b',
        'Content-Type: text/html',
        '',
        '<p>Order 4711</p>',
        '--b--',
      ),
    );
    expect(mail.text).toBe('See below.\n\nOrder 4711');
  });

  it('lists attachments by type, size and hash', async () => {
    const mail = await parse(
      mailWith(
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        '',
        'x',
        '--b',
        'Content-Type: image/png; name="=?utf-8?q?B=C3=A4r.png?="',
        'Content-Transfer-Encoding: base64',
        '',
        'aGVsbG8=',
        '--b--',
      ),
    );
    expect(mail.attachments).toEqual([
      {
        fileName: 'Bär.png',
        contentType: 'image/png',
        sizeBytes: 5,
        sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
      },
    ]);
  });

  it('reads a message that hangs on it as one passed on', async () => {
    const mail = await parse(
      mailWith(
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        '',
        'FYI',
        '--b',
        'Content-Type: message/rfc822',
        '',
        'From: Press <desk@paper.test>',
        'Subject: Inquiry',
        '',
        'A word on the recall?',
        '--b--',
      ),
    );
    expect(mail.forwardedFrom).toEqual([{ name: 'Press', address: 'desk@paper.test' }]);
    expect(viewMail(mail)).toMatchObject({
      isForward: true,
      forwarded: expect.stringContaining('the recall?'),
    });
  });

  it('keeps what stands in a mail whose parts are not where it says', async () => {
    const mail = await parse(
      mailWith('Content-Type: multipart/mixed; boundary=b', '', '--other', '', 'Where is it?'),
    );
    expect(mail.text).toContain('Where is it?');
    expect(mail.troubles).toHaveLength(1);
  });

  it.each([
    ['parts', { parts: 3 }, /more than 3 parts/],
    ['depth', { depth: 0 }, /nested deeper than 0/],
    ['head', { headerBytes: 40 }, /head is too long/],
    ['text', { textCharacters: 5 }, /text is too long/],
    ['size', { sizeBytes: 60, beginningBytes: 60 }, /only its beginning/],
  ] as const)('stops at the cap on %s, keeps what it has and says so', async (_name, limits, trouble) => {
    const mail = await parse(
      mailWith(...ALTERNATIVE.slice(0, -1), '--b', '', 'x', '--b', '', 'y', '--b--'),
      limits,
    );
    expect(mail.from.address).toBe('ann@shop.test');
    expect(mail.troubles).toEqual(expect.arrayContaining([expect.stringMatching(trouble)]));
  });

  it('names two copies of one mail the same, and two mails with one Message-ID apart', async () => {
    const copy = (...lines: string[]) =>
      parse(mailText(...lines, 'Message-ID: <1@x>', 'Subject: a', '', 'words'));
    const [first, second] = [
      await copy('Received: from a'),
      await copy('Received: from b', 'Received: from c'),
    ];
    expect(first.dedupeKey).toBe(second.dedupeKey);
    expect(first.sha256).not.toBe(second.sha256);
    const other = await parse(mailText('Message-ID: <1@x>', 'Subject: a', '', 'other words'));
    expect(other.dedupeKey).not.toBe(first.dedupeKey);
  });

  it('takes header names of any kind for names', async () => {
    const mail = await parse(mailText('__proto__: x', 'constructor: y', 'X-A: 1', 'X-A: 2', '', ''));
    expect(mail.headers.constructor).toBe('y');
    expect(mail.headers['x-a']).toBe('1\n2');
  });

  it('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        await expect(parse(bytes)).resolves.toHaveProperty('sha256');
      }),
    );
  });

  it('never throws on mail-like bytes either', async () => {
    const piece = fc.constantFrom(
      ...[
        '\r\n',
        '\n',
        '--b',
        '--b--',
        'Content-Type: ',
        'multipart/mixed; boundary=b',
        'message/rfc822',
        'text/html',
      ],
      ...[
        'Content-Transfer-Encoding: base64',
        'quoted-printable',
        '=?utf-8?b?////?=',
        'charset=',
        'x-nonsense',
        '=ZZ',
      ],
      ...[
        'From: ',
        '<a@b',
        '"',
        '(',
        ';',
        'Date: 99',
        '<div style="',
        '<!--',
        '&#x110000;',
        '\u{1F600}',
        '\0',
        'text/calendar',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        await expect(parse(Buffer.from(pieces.join('')))).resolves.toHaveProperty('sha256');
      }),
      { numRuns: 300 },
    );
  });
});
