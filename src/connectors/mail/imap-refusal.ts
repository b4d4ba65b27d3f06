import type { MailServer } from '../../domain/deliveries/mail-server.ts';
import { Refusal } from '../../domain/errors.ts';

const WORDS_MAX = 200;

/** What a mail server, or the way to it, said, as a sentence for a person. No password stands in it. */
export function imapRefusal(error: unknown, { host, port, user, password }: MailServer): Refusal {
  const facts = { host, port };
  const { authenticationFailed, responseText, code } = (error ?? {}) as Record<string, unknown>;
  const said = typeof responseText === 'string' ? responseText : error instanceof Error ? error.message : '';
  const words = (password === null ? said : said.replaceAll(password, '…'))
    .replaceAll(/\s+/g, ' ')
    .slice(0, WORDS_MAX);
  if (authenticationFailed === true) {
    return new Refusal(
      'mail_sign_in_refused',
      `${host} does not accept the user ${user} or its password (${words}). See MARGINKEEPER_IMAP_URL.`,
      facts,
    );
  }
  const reason = typeof code === 'string' && code !== '' ? `${words} (${code})` : words;
  return new Refusal(
    'mail_server_unreachable',
    `The mail server ${host}:${port} cannot be read: ${reason}.`,
    facts,
  );
}
