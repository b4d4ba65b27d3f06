import express, { type Request, type RequestHandler, type Response } from 'express';
import { Refusal } from '../../domain/errors.ts';

/** The most a mail may hold on its way in. */
export const MAIL_BYTES_MAX = 50 * 1024 * 1024;
/** What is read of a body that says nothing to us. */
const FORM_BYTES_MAX = 10_000;

const parseMail = express.raw({ type: 'message/rfc822', limit: MAIL_BYTES_MAX, inflate: false });
const parseAnything = express.raw({ type: () => true, limit: FORM_BYTES_MAX, inflate: false });

/**
 * Reads a mail's bytes into `request.body`, a Buffer.
 *
 * @throws {Refusal} `body_too_large`, `body_unreadable`, `media_type_unsupported`.
 */
export async function readMailBody(request: Request, response: Response): Promise<void> {
  // `request.is` answers null where there is no body at all.
  if (request.is('message/rfc822') === null)
    throw new Refusal('body_unreadable', 'There is no mail in the body.');
  if (!request.is('message/rfc822')) {
    throw new Refusal('media_type_unsupported', 'A mail comes with Content-Type: message/rfc822.');
  }
  await parsed(parseMail, request, response, 'A mail holds at most 50 MB.', MAIL_BYTES_MAX);
  if (!Buffer.isBuffer(request.body) || request.body.length === 0) {
    throw new Refusal('body_unreadable', 'There is no mail in the body.');
  }
}

/** Reads a body that plays no part, such as a form's, to its end. @throws {Refusal} `body_too_large`. */
export async function readAway(request: Request, response: Response): Promise<void> {
  await parsed(parseAnything, request, response, 'This body is too large.', FORM_BYTES_MAX);
}

function parsed(
  parse: RequestHandler,
  request: Request,
  response: Response,
  tooLarge: string,
  bytesMax: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    parse(request, response, (error?: unknown) =>
      error ? reject(refusalOf(error, tooLarge, bytesMax)) : resolve(),
    );
  });
}

/** What body-parser says in `type`, in our words. */
function refusalOf(error: unknown, tooLarge: string, bytesMax: number): unknown {
  const type = error instanceof Error && 'type' in error ? error.type : undefined;
  switch (type) {
    case 'entity.too.large':
      return new Refusal('body_too_large', tooLarge, { bytesMax });
    case 'encoding.unsupported':
      return new Refusal('media_type_unsupported', 'A body comes uncompressed.');
    case 'request.aborted':
    case 'request.size.invalid':
      return new Refusal('body_unreadable', 'The body ended before its end.');
    default:
      return error;
  }
}
