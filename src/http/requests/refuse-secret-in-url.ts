import type { RequestHandler } from 'express';
import { Refusal } from '../../domain/errors.ts';

const SECRET_NAMES = new Set(['token', 'access_token', 'api_key', 'apikey', 'authorization', 'mk_token']);

/** A token in an address ends in logs, histories and referrers, so it is refused even where it would be right. */
export const refuseSecretInUrl: RequestHandler = (request, _response, next) => {
  const names = Object.keys(request.query).map((name) => name.toLowerCase());
  if (names.some((name) => SECRET_NAMES.has(name)) || /mk_[A-Za-z0-9_-]{43}/.test(request.originalUrl)) {
    throw new Refusal(
      'token_in_url',
      'A token travels in the header Authorization: Bearer, never in an address.',
    );
  }
  next();
};
