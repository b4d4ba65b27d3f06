import { createHmac, timingSafeEqual } from 'node:crypto';

const FORM = /^(\d{10,16})\.([A-Za-z0-9_-]{43})$/;

/** What a form carries to show that our page was opened for it, and when. */
export const formToken = (at: Date, key: string): string =>
  `${at.getTime()}.${signature(String(at.getTime()), key).toString('base64url')}`;

/** When the page of a token was opened; null when it is none of ours. */
export function readFormToken(token: string, key: string): Date | null {
  const [, text, given] = FORM.exec(token) ?? [];
  if (text === undefined || given === undefined) return null;
  const wanted = signature(text, key);
  const shown = Buffer.from(given, 'base64url');
  if (shown.length !== wanted.length || !timingSafeEqual(shown, wanted)) return null;
  return new Date(Number(text));
}

/** Who sent a form, so that the same sender is known again and no address is kept. */
export const senderHash = (address: string, key: string): string =>
  createHmac('sha256', key).update(`sender:${address}`).digest('hex');

const signature = (text: string, key: string): Buffer =>
  createHmac('sha256', key).update(`apply:${text}`).digest();
