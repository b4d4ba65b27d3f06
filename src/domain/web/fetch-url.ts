import type { CaptureError } from './capture-error.ts';

export type CheckedUrl =
  | { readonly url: URL; readonly error: null }
  | { readonly url: null; readonly error: CaptureError };

const LENGTH_MAX = 8_000;
const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;
/** Names that only mean something inside a network. */
const LOCAL_NAME = /^[^.]+$|(?:^|\.)(?:localhost|local|internal|home\.arpa)$/;

/**
 * Whether a URL may be asked for at all, before any name is resolved: http or https, port 80 or 443, no credentials, no
 * local name, no address in an unusual spelling. Where the name leads is checked again when it is dialled.
 *
 * @param allow - `host:port` as `openedHosts` writes them: open whatever their port and address.
 */
export function checkFetchUrl(text: string, allow: ReadonlySet<string> = new Set()): CheckedUrl {
  if (text.length > LENGTH_MAX)
    return refuse('url_refused', `A URL of ${text.length} characters is not asked for.`);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) return refuse('url_refused', 'This is not a URL such as https://example.com/page.');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return refuse('url_refused', `Only http and https are read, not ${url.protocol.slice(0, 20)}`);
  if (url.username !== '' || url.password !== '')
    return refuse('url_refused', 'A URL with a name or password in it is not asked for.');
  const host = plainHost(url.hostname);
  if (IPV4.test(host) && writtenHost(text) !== host)
    return refuse(
      'blocked_address',
      `${host} is spelled in an unusual way, as only tricks do; it is not asked for.`,
    );
  if (allow.has(`${host}:${portOf(url)}`)) return { url, error: null };
  if (host === '' || (!host.includes(':') && LOCAL_NAME.test(host)))
    return refuse('blocked_address', `${host} is a name inside a network; only public sites are read.`);
  if (url.port !== '' && url.port !== '80' && url.port !== '443') {
    const isAddress = IPV4.test(host) || host.includes(':');
    return refuse(
      isAddress ? 'blocked_address' : 'url_refused',
      `Only ports 80 and 443 of public sites are read, not ${url.port}.`,
    );
  }
  return { url, error: null };
}

/** `127.0.0.1:8080, [::1]:99` as a set of `host:port`; null when an entry is none. */
export function openedHosts(text: string): ReadonlySet<string> | null {
  const entries = text.split(',').map((entry) => entry.trim().toLowerCase());
  const opened = new Set<string>();
  for (const entry of entries.filter((each) => each !== '')) {
    const url =
      /:\d{1,5}$/.test(entry) && URL.canParse(`http://${entry}`) ? new URL(`http://${entry}`) : null;
    if (url === null || url.pathname !== '/' || url.username !== '' || url.search !== '') return null;
    opened.add(`${plainHost(url.hostname)}:${portOf(url)}`);
  }
  return opened;
}

/** @returns 80 or 443 where the URL names none. */
export const portOf = (url: URL): number =>
  url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);

/** Without an IPv6 address' brackets and a name's last dot. */
export const plainHost = (hostname: string): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

/** The host as it stands in the text, before a parser turned its spelling into the usual one. */
function writtenHost(text: string): string {
  const authority = /^[a-z][a-z0-9+.-]*:[/\\]*([^/\\?#]*)/i.exec(text.trim())?.[1] ?? '';
  return authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '');
}

function refuse(code: CaptureError['code'], message: string): CheckedUrl {
  return { url: null, error: { code, message } };
}
