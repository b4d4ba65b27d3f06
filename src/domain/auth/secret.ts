import { createHash, timingSafeEqual } from 'node:crypto';

/** API tokens begin so, which lets scanners and people recognise a leaked one. */
export const API_TOKEN_PREFIX = 'mk_';
/** Random bytes in every secret of ours: 256 bits cannot be guessed, so a plain hash is enough to store. */
export const SECRET_BYTES = 32;

const SECRET_TEXT = /^[A-Za-z0-9_-]{43}$/;

/** What the database keeps instead of a secret: sha256 as hex. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Whether the text has the shape of an API token, before anybody asks the database. */
export function looksLikeApiToken(text: string): boolean {
  return text.startsWith(API_TOKEN_PREFIX) && SECRET_TEXT.test(text.slice(API_TOKEN_PREFIX.length));
}

/** Whether the text has the shape of a sign-in link's token. */
export function looksLikeSignInToken(text: string): boolean {
  return SECRET_TEXT.test(text);
}

/** Compares two secrets in a time that does not tell where they differ. */
export function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(Buffer.from(secretHash(left)), Buffer.from(secretHash(right)));
}
