import { isIP } from 'node:net';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]{1,253})(?::\d{1,5})?$/;

/** The name in a Host header, lower case, without port and final dot; null when it is none. */
export function hostName(header: string | undefined): string | null {
  const name = HOST.exec((header ?? '').toLowerCase())?.[1];
  return name === undefined ? null : name.replace(/\.$/, '');
}

/** Whether a browser treats plain http to this host as safe. */
export function isLoopbackHost(name: string): boolean {
  return LOOPBACK_NAMES.has(name) || name.endsWith('.localhost') || /^127(?:\.\d{1,3}){3}$/.test(name);
}

/**
 * Whether a page of this host may be us. A foreign name that was made to point at our address (DNS rebinding) is not;
 * a bare address cannot be rebound.
 */
export function isOurHost(name: string, allowedHosts: readonly string[]): boolean {
  const bare = name.replace(/^\[|\]$/g, '');
  return isLoopbackHost(name) || isIP(bare) !== 0 || allowedHosts.includes(name);
}
