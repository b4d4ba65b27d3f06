import type { Request, Response } from 'express';
import { findPrincipalByToken } from '../../../db/queries/auth/find-principal-by-token.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Principal } from '../../domain/principal.ts';
import type { Door } from '../door.ts';
import { hasSessionCookie } from '../sessions/sessions.ts';

const BEARER = /^Bearer +(\S{1,200}) *$/i;

/**
 * Who asks: the owner of the bearer token, else the person of the session. A token that is shown is the one that counts.
 *
 * @returns null when nobody signed in, or the session is over.
 * @throws {Refusal} `token_unknown` for a token that is nobody's, was revoked, or is no bearer token at all.
 */
export async function identify(request: Request, response: Response, door: Door): Promise<Principal | null> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = BEARER.exec(authorization)?.[1];
    const principal = token === undefined ? null : await findPrincipalByToken(door.pools.app, token);
    if (!principal) {
      throw new Refusal('token_unknown', 'This token is not one of this programme, or it was revoked.');
    }
    return principal;
  }
  if (!hasSessionCookie(request)) return null;
  await door.sessions.open(request, response);
  return door.sessions.person(request);
}
