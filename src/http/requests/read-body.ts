import express, { type Response as ExpressResponse, type Request, type RequestHandler } from 'express';
import { Refusal } from '../../domain/errors.ts';

/** The most a mail may hold on its way in. */
export const MAIL_BYTES_MAX = 50 * 1024 * 1024;
/** The most that a shop or a network may send at once. */
export const WEBHOOK_BYTES_MAX = 2 * 1024 * 1024;
/** What is read of a body that says nothing to us. */
const FORM_BYTES_MAX = 10_000;
const MAIL_TOO_LARGE = 'A mail holds at most 50 MB.';

/** As a mail's own bytes, or as the file of a form. */
const MAIL_TYPES = ['message/rfc822', 'multipart/form-data'];
/** What a form puts around its file. */
const FORM_EDGES_BYTES = 64 * 1024;

const parseMail = express.raw({ type: MAIL_TYPES, limit: MAIL_BYTES_MAX + FORM_EDGES_BYTES, inflate: false });
const parseWebhook = express.raw({ type: () => true, limit: WEBHOOK_BYTES_MAX, inflate: false });
const parseAnything = express.raw({ type: () => true, limit: FORM_BYTES_MAX, inflate: false });

/**
 * Reads a mail's bytes into `request.body`, a Buffer.
 *
 * @throws {Refusal} `body_too_large`, `body_unreadable`, `media_type_unsupported`.
 */
export async function readMailBody(request: Request, response: ExpressResponse): Promise<void> {
  // `request.is` answers null where there is no body at all.
  const type = request.is(MAIL_TYPES);
  if (type === null) throw new Refusal('body_unreadable', 'There is no mail in the body.');
  if (!type) {
    throw new Refusal(
      'media_type_unsupported',
      'A mail comes with Content-Type: message/rfc822, or as a file of a multipart/form-data body.',
    );
  }
  await parsed(parseMail, request, response, MAIL_TOO_LARGE, MAIL_BYTES_MAX);
  if (type === 'multipart/form-data' && Buffer.isBuffer(request.body)) {
    request.body = await fileOfForm(request.body, request.get('content-type') ?? '');
  }
  if (!Buffer.isBuffer(request.body) || request.body.length === 0) {
    throw new Refusal('body_unreadable', 'There is no mail in the body.');
  }
  if (request.body.length > MAIL_BYTES_MAX) {
    throw new Refusal('body_too_large', MAIL_TOO_LARGE, { bytesMax: MAIL_BYTES_MAX });
  }
}

/** The one file of a form; its other fields play no part. */
async function fileOfForm(body: Buffer, contentType: string): Promise<Buffer> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch((cause: unknown) => {
      throw new Refusal('body_unreadable', 'The form in the body is broken.', { reason: String(cause) });
    });
  const files = [...form.values()].filter((value) => value instanceof File);
  const [file] = files;
  if (!file || files.length > 1) {
    throw new Refusal('body_unreadable', `A form brings one mail as a file; this one has ${files.length}.`);
  }
  return Buffer.from(await file.arrayBuffer());
}

/** Reads a message's bytes as they came, whatever they are, into `request.body`, a Buffer. @throws {Refusal} `body_too_large`. */
export async function readWebhookBody(request: Request, response: ExpressResponse): Promise<void> {
  await parsed(parseWebhook, request, response, 'A message holds at most 2 MB.', WEBHOOK_BYTES_MAX);
  if (!Buffer.isBuffer(request.body)) request.body = Buffer.alloc(0);
}

/** Reads a body that plays no part, such as a form's, to its end. @throws {Refusal} `body_too_large`. */
export async function readAway(request: Request, response: ExpressResponse): Promise<void> {
  await parsed(parseAnything, request, response, 'This body is too large.', FORM_BYTES_MAX);
}

function parsed(
  parse: RequestHandler,
  request: Request,
  response: ExpressResponse,
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
