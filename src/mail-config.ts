import { type MailServer, readMailServer } from './domain/deliveries/mail-server.ts';
import { Refusal } from './domain/errors.ts';
import { isFreeMail } from './domain/inbox/free-mail.ts';

const FOLDERS_MAX = 50;
const FROM = /^(?:\s*"?([^"<>]*?)"?\s*<)?([^\s<>@,;:"]+@[^\s<>@,;:"]+[^\s<>@,;:".])>?\s*$/u;

/** The environment's words about mail, none of them checked yet. */
export interface MailVariables {
  readonly MARGINKEEPER_IMAP_URL?: string | undefined;
  readonly MARGINKEEPER_IMAP_FOLDERS?: string | undefined;
  readonly MARGINKEEPER_IMAP_POLL_SECONDS: number;
  readonly MARGINKEEPER_IMAP_FIRST_DAYS: number;
  readonly MARGINKEEPER_SMTP_URL?: string | undefined;
  readonly MARGINKEEPER_MAIL_FROM?: string | undefined;
  readonly MARGINKEEPER_MAIL_DOMAINS?: string | undefined;
  readonly MARGINKEEPER_PUBLIC_URL?: string | undefined;
}

/** Where mail is read and how it leaves. */
export interface MailConfig {
  /** Null: no mail is fetched. */
  readonly imap: {
    readonly server: MailServer;
    /** By the names that people see, such as INBOX or Anfragen/Öffentlich. */
    readonly folders: readonly string[];
    /** How often a folder is looked at besides what the server announces, seconds. */
    readonly pollSeconds: number;
    /** Of a folder that was never read before, only so many days back. */
    readonly firstDays: number;
  } | null;
  /** Null: letters go to the sandbox, labelled simulated. */
  readonly smtp: {
    readonly server: MailServer;
    readonly sender: { readonly name: string; readonly address: string };
    /** Under which recipients reach our page, without a slash at the end. */
    readonly publicUrl: string;
  } | null;
  /** The name under which recipients of our mail reach this server; null when none was said. */
  readonly publicHost: string | null;
  /** Our own, in lower case: mail from these is from colleagues. */
  readonly domains: readonly string[];
}

/**
 * @param ownUrl - where this server listens; stands in links when nothing better is said.
 * @throws {Refusal} `input_invalid` naming the variable and what is right, never what it held.
 */
export function readMailConfig(variables: MailVariables, ownUrl: string): MailConfig {
  const imapUrl = variables.MARGINKEEPER_IMAP_URL;
  const smtpUrl = variables.MARGINKEEPER_SMTP_URL;
  const sender = senderOf(variables.MARGINKEEPER_MAIL_FROM);
  if (smtpUrl !== undefined && sender === null) {
    throw wrong(
      'MARGINKEEPER_MAIL_FROM',
      'missing, and MARGINKEEPER_SMTP_URL needs it: who our mail is from',
    );
  }
  const imap =
    imapUrl === undefined
      ? null
      : {
          server: readMailServer('MARGINKEEPER_IMAP_URL', imapUrl, 'imap'),
          folders: foldersOf(variables.MARGINKEEPER_IMAP_FOLDERS),
          pollSeconds: variables.MARGINKEEPER_IMAP_POLL_SECONDS,
          firstDays: variables.MARGINKEEPER_IMAP_FIRST_DAYS,
        };
  const smtp =
    smtpUrl === undefined || sender === null
      ? null
      : {
          server: readMailServer('MARGINKEEPER_SMTP_URL', smtpUrl, 'smtp'),
          sender,
          publicUrl: publicUrlOf(variables.MARGINKEEPER_PUBLIC_URL) ?? ownUrl,
        };
  const said = listOf(variables.MARGINKEEPER_MAIL_DOMAINS).map((domain) => domain.toLowerCase());
  const odd = said.find((domain) => !/^[^\s@/:]+\.[^\s@/:]+$/.test(domain));
  if (odd !== undefined)
    throw wrong('MARGINKEEPER_MAIL_DOMAINS', 'domains such as shop.com, separated by commas');
  const own = [sender?.address, imap?.server.user].flatMap((address) => domainOf(address ?? ''));
  const publicUrl = publicUrlOf(variables.MARGINKEEPER_PUBLIC_URL);
  const publicHost = publicUrl === null ? null : new URL(publicUrl).hostname;
  return { imap, smtp, publicHost, domains: said.length > 0 ? said : [...new Set(own)] };
}

function senderOf(text: string | undefined): { name: string; address: string } | null {
  if (text === undefined) return null;
  const [, name = '', address] = FROM.exec(text) ?? [];
  if (address === undefined || /\p{Cc}/u.test(text)) {
    throw wrong(
      'MARGINKEEPER_MAIL_FROM',
      'an address, or a name and an address: The Shop <partners@shop.com>',
    );
  }
  return { name: name.trim(), address };
}

function foldersOf(text: string | undefined): string[] {
  const folders = [...new Set(listOf(text))];
  if (folders.length > FOLDERS_MAX)
    throw wrong('MARGINKEEPER_IMAP_FOLDERS', `at most ${FOLDERS_MAX} folders`);
  return folders.length > 0 ? folders : ['INBOX'];
}

function publicUrlOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.search !== '' ||
    url.hash !== '' ||
    url.username !== ''
  ) {
    throw wrong(
      'MARGINKEEPER_PUBLIC_URL',
      'where this server is reached from outside, as in https://partners.shop.com',
    );
  }
  return url.href.replace(/\/+$/, '');
}

const listOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** None for free mail: not everybody there is a colleague. */
const domainOf = (address: string): string[] => {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return address.includes('@') && domain !== '' && !isFreeMail(domain) ? [domain] : [];
};

function wrong(variable: string, right: string): Refusal {
  return new Refusal('input_invalid', `${variable} cannot be used: ${right}.`, { variable });
}
