import { Refusal } from '../errors.ts';

/** How to reach a mail server. Its password is never logged. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** Null when it asks for nobody. */
  readonly user: string | null;
  readonly password: string | null;
  /** `tls` from the first byte, `starttls` before the password, `plain` on this machine only. */
  readonly security: 'tls' | 'starttls' | 'plain';
  /** This machine: its certificate is not checked. */
  readonly isLoopback: boolean;
}

const PORTS = { 'imap:': 143, 'imaps:': 993, 'smtp:': 587, 'smtps:': 465 } as const;

/**
 * Reads a URL such as `imaps://user:password@host:993` or `smtp://host`.
 *
 * Without the s the connection becomes a safe one by STARTTLS before anything secret is said, except on this machine.
 *
 * @param variable - named in the refusal; what it held is not, since a password stands in it.
 * @throws {Refusal} `input_invalid`.
 */
export function readMailServer(variable: string, text: string, protocol: 'imap' | 'smtp'): MailServer {
  const url = URL.canParse(text) ? new URL(text) : null;
  const scheme = url?.protocol;
  if (!url || (scheme !== `${protocol}:` && scheme !== `${protocol}s:`) || url.hostname === '') {
    throw wrong(variable, `it looks like ${protocol}s://user:password@host:${PORTS[`${protocol}s:`]}`);
  }
  if (!/^\/?$/.test(url.pathname) || url.search !== '' || url.hash !== '') {
    throw wrong(variable, 'nothing follows the port; in a password / ? # % are written %2F %3F %23 %25');
  }
  if ((url.username === '') !== (url.password === '')) {
    throw wrong(variable, 'a user comes with a password, as in user:password@host');
  }
  if (protocol === 'imap' && url.username === '') {
    throw wrong(variable, 'mail is read as somebody: user:password@host');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isLoopback = host === 'localhost' || host === '::1' || /^127(?:[.]\d{1,3}){3}$/.test(host);
  return {
    host,
    port: url.port === '' ? PORTS[`${protocol}${scheme.endsWith('s:') ? 's' : ''}:`] : Number(url.port),
    user: decoded(variable, url.username),
    password: decoded(variable, url.password),
    security: scheme === `${protocol}s:` ? 'tls' : isLoopback ? 'plain' : 'starttls',
    isLoopback,
  };
}

function decoded(variable: string, text: string): string | null {
  if (text === '') return null;
  try {
    return decodeURIComponent(text);
  } catch {
    throw wrong(variable, 'a % in user or password is written %25');
  }
}

function wrong(variable: string, right: string): Refusal {
  return new Refusal('input_invalid', `${variable} cannot be used: ${right}.`, { variable });
}
