import { createHmac, timingSafeEqual } from 'node:crypto';

const FORM = /^([A-Za-z0-9_-]{1,600})\.([A-Za-z0-9_-]{43})$/;

/**
 * What stands in a link under which an address leaves: the address, signed, so that nobody can make one for another.
 *
 * @param address - in any case; the token is the same.
 */
export function unsubscribeToken(address: string, key: string): string {
  const text = Buffer.from(address.toLowerCase()).toString('base64url');
  return `${text}.${signature(text, key).toString('base64url')}`;
}

/** The address of a token, in lower case; `null` when it is none of ours. */
export function readUnsubscribeToken(token: string, key: string): string | null {
  const [, text, given] = FORM.exec(token) ?? [];
  if (text === undefined || given === undefined) return null;
  const wanted = signature(text, key);
  const shown = Buffer.from(given, 'base64url');
  if (shown.length !== wanted.length || !timingSafeEqual(shown, wanted)) return null;
  return Buffer.from(text, 'base64url').toString();
}

const signature = (text: string, key: string): Buffer =>
  createHmac('sha256', key).update(`unsubscribe:${text}`).digest();
