import type { Request } from 'express';
import { sameSecret } from '../../domain/auth/secret.ts';
import { Refusal } from '../../domain/errors.ts';

/**
 * A cookie comes along whoever wrote the page, so a change asked for with one needs proof that the page is ours.
 *
 * @param csrfToken - the session's; null when there is none.
 * @param allowedHosts - names a proxy in front answers under; it may pass on another Host than the browser saw.
 * @throws {Refusal} `cross_origin`, `csrf_token_missing`.
 */
export function assertSameSite(
  request: Request,
  csrfToken: string | null,
  allowedHosts: readonly string[],
): void {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const from = origin === undefined ? undefined : urlOf(origin);
  const isOurs =
    from === undefined ||
    (from !== null && (from.host === host?.toLowerCase() || allowedHosts.includes(from.hostname)));
  const isForeign = !isOurs || (site !== undefined && site !== 'same-origin' && site !== 'none');
  if (isForeign) {
    throw new Refusal('cross_origin', 'This was asked for by a page of another site.');
  }
  const sent = request.get('x-csrf-token');
  if (csrfToken === null || sent === undefined || !sameSecret(sent, csrfToken)) {
    throw new Refusal(
      'csrf_token_missing',
      'Send the csrfToken of GET /api/session in the header X-CSRF-Token.',
    );
  }
}

/** An Origin header as an address; null for `null` and for what is no origin. */
function urlOf(origin: string): URL | null {
  return URL.canParse(origin) ? new URL(origin) : null;
}
