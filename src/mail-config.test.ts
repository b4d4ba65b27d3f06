import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const SMTP = {
  MARGINKEEPER_SMTP_URL: 'smtps://me:pw@mail.shop.test',
  MARGINKEEPER_MAIL_FROM: 'us@shop.test',
};
const IMAP = { MARGINKEEPER_IMAP_URL: 'imaps://me%40shop.test:pw@mail.shop.test' };

describe('readMailConfig', () => {
  it('neither reads nor sends mail unless told to', () => {
    expect(readConfig({}).mail).toEqual({ imap: null, smtp: null, publicHost: null, domains: [] });
  });

  it('reads the inbox every minute, and knows its own domain by the user', () => {
    expect(readConfig(IMAP).mail).toMatchObject({
      imap: { folders: ['INBOX'], pollSeconds: 60 },
      domains: ['shop.test'],
    });
    const folders = { MARGINKEEPER_IMAP_FOLDERS: ' INBOX, Anfragen/Öffentlich,INBOX ' };
    expect(readConfig({ ...IMAP, ...folders }).mail.imap?.folders).toEqual(['INBOX', 'Anfragen/Öffentlich']);
  });

  it('sends in the name it is given, with links to where it is reached', () => {
    const { mail } = readConfig({
      ...SMTP,
      MARGINKEEPER_MAIL_FROM: '"The Shop" <partners@shop.test>',
      MARGINKEEPER_PUBLIC_URL: 'https://partners.shop.test/',
      MARGINKEEPER_MAIL_DOMAINS: 'Shop.test, shop.example',
    });
    expect(mail.smtp).toMatchObject({
      sender: { name: 'The Shop', address: 'partners@shop.test' },
      publicUrl: 'https://partners.shop.test',
    });
    expect(mail.domains).toEqual(['shop.test', 'shop.example']);
    expect(readConfig({ ...SMTP, PORT: '4000' }).mail.smtp?.publicUrl).toBe('http://127.0.0.1:4000');
  });

  it('does not take everybody at a free mail house for a colleague', () => {
    expect(readConfig({ ...SMTP, MARGINKEEPER_MAIL_FROM: 'shop@gmail.com' }).mail.domains).toEqual([]);
  });

  it('answers under the name that its links have', () => {
    const { http } = readConfig({
      MARGINKEEPER_PUBLIC_URL: 'https://Partners.shop.test',
      MARGINKEEPER_ALLOWED_HOSTS: 'other.shop.test',
    });
    expect(http.allowedHosts).toEqual(['other.shop.test', 'partners.shop.test']);
  });

  it.each([
    [{ ...SMTP, MARGINKEEPER_MAIL_FROM: undefined }, 'MARGINKEEPER_MAIL_FROM'],
    [{ ...SMTP, MARGINKEEPER_MAIL_FROM: 'The Shop' }, 'MARGINKEEPER_MAIL_FROM'],
    [{ ...SMTP, MARGINKEEPER_MAIL_FROM: 'a@b.test\r\nBcc: c@d.test' }, 'MARGINKEEPER_MAIL_FROM'],
    [{ ...SMTP, MARGINKEEPER_PUBLIC_URL: 'partners.shop.test' }, 'MARGINKEEPER_PUBLIC_URL'],
    [{ ...SMTP, MARGINKEEPER_SMTP_URL: 'mail.shop.test:25' }, 'MARGINKEEPER_SMTP_URL'],
    [{ MARGINKEEPER_IMAP_URL: 'imaps://me:geheim/1@mail.shop.test' }, 'MARGINKEEPER_IMAP_URL'],
    [{ ...IMAP, MARGINKEEPER_IMAP_POLL_SECONDS: '0' }, 'MARGINKEEPER_IMAP_POLL_SECONDS'],
    [{ ...IMAP, MARGINKEEPER_MAIL_DOMAINS: 'me@shop.test' }, 'MARGINKEEPER_MAIL_DOMAINS'],
  ])('names what cannot be used, and repeats no secret: %j', (environment, variable) => {
    expect(() => readConfig(environment)).toThrow(
      expect.objectContaining({
        code: 'input_invalid',
        sentence: expect.stringMatching(new RegExp(`^${variable} cannot be used: .+\\.$`)),
        message: expect.not.stringContaining('geheim'),
      }),
    );
  });
});
