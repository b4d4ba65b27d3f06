import type { CaptureError } from '../../domain/web/capture-error.ts';
import { FetchFailed } from './fetch-failed.ts';

const TIMED_OUT = /^(?:UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT|UND_ERR_ABORTED)$/;
const UNPACKING = /^(?:Z_|ERR_ZLIB|ERR__?BROTLI|ERR_BROTLI|ZSTD_|ERR_BUFFER_TOO_LARGE)/;
const TLS = /CERT|^ERR_TLS|^ERR_SSL|^EPROTO$|SIGNATURE|ISSUER/;
const SENTENCES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'There is no such name.',
  EAI_AGAIN: 'The name could not be looked up just now.',
  ECONNREFUSED: 'Nothing answers at this address.',
  ECONNRESET: 'The connection was cut.',
  EHOSTUNREACH: 'There is no way to this address.',
  ENETUNREACH: 'There is no way to this address.',
  UND_ERR_SOCKET: 'The connection was cut.',
};

/**
 * What went wrong, as a code and a sentence.
 *
 * @param isCancelled - the caller gave up, which looks like a time-out otherwise.
 */
export function failureOf(error: unknown, isCancelled: boolean, seconds: number): CaptureError {
  if (isCancelled) return { code: 'cancelled', message: 'The fetch was given up before it ended.' };
  const found = firstFailed(error);
  if (found) return { code: found.code, message: clipped(found.message) };
  const code = codeOf(error);
  const name = error instanceof Error ? error.name : '';
  if (name === 'AbortError' || name === 'TimeoutError' || TIMED_OUT.test(code))
    return { code: 'too_slow', message: `The site did not finish within ${seconds} seconds.` };
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW')
    return { code: 'too_large', message: 'The head of the answer is larger than any honest one.' };
  if (UNPACKING.test(code))
    return { code: 'unreadable', message: 'The answer is packed in a way that cannot be undone.' };
  const said = error instanceof Error ? error.message : String(error);
  if (TLS.test(code))
    return {
      code: 'unreachable',
      message: clipped(`The site’s certificate or encryption does not hold: ${said}`),
    };
  return { code: 'unreachable', message: clipped(SENTENCES[code] ?? `The site could not be read: ${said}`) };
}

/** Ours may lie below undici's, or below one of several tries. */
function firstFailed(error: unknown): FetchFailed | null {
  if (error instanceof FetchFailed) return error;
  if (!(error instanceof Error)) return null;
  return error.cause instanceof FetchFailed ? error.cause : null;
}

function codeOf(error: unknown): string {
  for (const each of [error, error instanceof Error ? error.cause : null]) {
    if (each instanceof Error && 'code' in each && typeof each.code === 'string') return each.code;
  }
  return '';
}

const clipped = (text: string): string =>
  text.toWellFormed().replaceAll('\0', '').slice(0, 900) || 'Unknown.';
