import type { RequestHandler } from 'express';
import { Refusal } from '../../domain/errors.ts';
import { hostName, isLoopbackHost, isOurHost } from './host-names.ts';

/** Health is asked for by machines under whatever name they know, and tells nothing. */
const ANY_HOST = new Set(['/healthz', '/readyz']);

/**
 * Refuses requests for other people's names, and says which connections are safe enough for a session cookie:
 * loopback, or TLS ended by a proxy in front.
 */
export function checkHost(allowedHosts: readonly string[]): RequestHandler {
  return (request, _response, next) => {
    const name = hostName(request.headers.host);
    if (!ANY_HOST.has(request.path) && (name === null || !isOurHost(name, allowedHosts))) {
      throw new Refusal(
        'host_not_allowed',
        'This server does not answer under that name; list it in MARGINKEEPER_ALLOWED_HOSTS when it should.',
      );
    }
    // A lie in X-Forwarded-Proto gets the liar a cookie over a connection the liar chose, and nobody else anything.
    const isSafe =
      (name !== null && isLoopbackHost(name)) || request.headers['x-forwarded-proto'] === 'https';
    Object.defineProperty(request, 'secure', { value: isSafe, configurable: true });
    next();
  };
}
