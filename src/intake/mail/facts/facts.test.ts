import { describe, expect, it } from 'vitest';
import { MAIL_LIMITS } from '../mail-limits.ts';
import { parseMail } from '../parse-mail.ts';
import { mailText, mailWith } from '../testing/mail-text.ts';
import { forwardedFrom } from './forwarded-from.ts';
import { mailDate } from './mail-date.ts';
import { messageIds, ownMessageId } from './message-ids.ts';

const parse = (bytes: Buffer) => parseMail(bytes, MAIL_LIMITS);

describe('what a mail is by its lines', () => {
  it.each([
    ['Auto-Submitted: auto-replied (vacation)', 'reply'],
    ['X-Autoreply: yes', 'reply'],
    ['Precedence: auto_reply', 'reply'],
    ['Auto-Submitted: auto-generated', 'generated'],
    ['Auto-Submitted: no', null],
    ['Precedence: bulk', 'bulk'],
    ['List-Id: <news.shop.test>', 'bulk'],
    ['X-Auto-Response-Suppress: All', null],
  ])('takes "%s" for %s', async (line, automatic) => {
    expect((await parse(mailWith(line, '', 'x'))).automatic).toBe(automatic);
  });

  it('reads who was not reached from a delivery report', async () => {
    const mail = await parse(
      mailWith(
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        '',
        '--b',
        '',
        'Sorry.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.test',
        '',
        'Final-Recipient: rfc822; Bob@x.test',
        'Action: failed',
        'Status: 5.1.1 (no such user)',
        'Diagnostic-Code: smtp; 550 5.1.1',
        '  unknown user',
        '--b',
        'Content-Type: message/rfc822',
        '',
        'From: us@shop.test',
        '',
        'Our mail',
        '--b--',
      ),
    );
    expect(mail.isDeliveryReport).toBe(true);
    expect(mail.failedRecipients).toEqual([
      { address: 'bob@x.test', action: 'failed', status: '5.1.1', diagnostic: '550 5.1.1 unknown user' },
    ]);
    expect(mail.text).toBe('Sorry.');
    expect(mail.forwardedFrom).toEqual([]);
  });

  it('reads who was not reached where there is no report', async () => {
    const exim = await parse(mailWith('X-Failed-Recipients: a@x.test, b@x.test', '', 'x'));
    expect(exim.failedRecipients.map(({ address }) => address)).toEqual(['a@x.test', 'b@x.test']);
    const qmail = await parse(
      mailText('From: MAILER-DAEMON@x.test', '', 'Hi.', '<c@x.test>:', 'No mailbox.'),
    );
    expect(qmail.failedRecipients.map(({ address }) => address)).toEqual(['c@x.test']);
    expect((await parse(mailWith('', '<c@x.test>:', 'said so'))).failedRecipients).toEqual([]);
  });

  it('reads how one leaves the list', async () => {
    const mail = await parse(
      mailWith(
        'List-Unsubscribe: <mailto:off@x.test?subject=off>,',
        ' <https://x.test/u?id=1>',
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
        '',
        'x',
      ),
    );
    expect(mail.listUnsubscribe).toEqual({
      links: ['https://x.test/u?id=1'],
      addresses: ['off@x.test?subject=off'],
      isOneClick: true,
    });
    expect((await parse(mailWith('', 'x'))).listUnsubscribe).toBeNull();
  });

  it('reads what a calendar part asks', async () => {
    const mail = await parse(
      mailWith('Content-Type: text/calendar', '', 'BEGIN:VCALENDAR', 'METHOD:REQUEST'),
    );
    expect(mail).toMatchObject({ hasCalendar: true, calendarMethod: 'REQUEST' });
  });

  it.each([
    ['---------- Forwarded message ---------\nFrom: X Y <x@x.test>\nDate: 1 Nov', 'x@x.test'],
    ['Anfang der weitergeleiteten Nachricht:\n\n> Von: "X Y" <x@x.test>\n> Betreff: a', 'x@x.test'],
    ['---------- Message transféré ---------\nDe : X <x@x.test>\n', 'x@x.test'],
    ['---------- Mensaje reenviado ---------\nDe: X <x@x.test>\n', 'x@x.test'],
    ['---------- Messaggio inoltrato ---------\nDa: X <x@x.test>\n', 'x@x.test'],
    ['From: X Y [mailto:x@x.test]\nSent: Monday, 2 November 2026\nTo: Ann\nSubject: a\n\nwords', 'x@x.test'],
  ])('finds who wrote what is passed on: %j', (text, address) => {
    expect(forwardedFrom(text).map((sender) => sender.address)).toEqual([address]);
  });

  it('follows a chain of forwards, outermost first', () => {
    const chain =
      '-------- Forwarded Message --------\nFrom: a@x.test\n\nsee\n\n-------- Forwarded Message --------\nFrom: b@x.test\n\nwords';
    expect(forwardedFrom(chain).map(({ address }) => address)).toEqual(['a@x.test', 'b@x.test']);
    expect(forwardedFrom('From: me\nwith love')).toEqual([]);
  });

  it('reads ids with and without brackets', () => {
    expect(messageIds('<a@x>\t< b@x > <a@x>')).toEqual(['a@x', 'b@x']);
    expect(ownMessageId('a@x')).toBe('a@x');
    expect(ownMessageId('Your message of Monday')).toBeNull();
    expect(ownMessageId('<>')).toBeNull();
  });

  it.each([
    ['Mon, 2 Nov 2026 10:11:12 GMT', '2026-11-02T10:11:12.000Z'],
    ['2 Nov 26 10:11 +0530 (IST)', '2026-11-02T04:41:00.000Z'],
    ['Mon, 99 Foo 2026', null],
    ['soon', null],
    ['Mon, 2 Nov 20260 10:11:12 GMT', null],
  ])('reads the date %j as %s', (value, date) => {
    expect(mailDate(value)).toBe(date);
  });
});
