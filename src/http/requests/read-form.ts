import express, { type Response as ExpressResponse, type Request } from 'express';
import { Refusal } from '../../domain/errors.ts';

const TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'];
const FORM_BYTES_MAX = 100_000;
const FIELDS_MAX = 40;

const parse = express.raw({ type: TYPES, limit: FORM_BYTES_MAX, inflate: false });

/**
 * Reads a form's texts into `request.body`, by name; of a name that comes twice the last counts, files are left out.
 *
 * @throws {Refusal} `body_too_large`, `body_unreadable`, `media_type_unsupported`.
 */
export async function readForm(request: Request, response: ExpressResponse): Promise<void> {
  const type = request.is(TYPES);
  if (!type) {
    throw new Refusal('media_type_unsupported', 'A form comes as application/x-www-form-urlencoded.');
  }
  await new Promise<void>((resolve, reject) => {
    parse(request, response, (error?: unknown) => (error ? reject(refusalOf(error)) : resolve()));
  });
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes)) throw new Refusal('body_unreadable', 'There is no form in the body.');
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': request.get('content-type') ?? '' },
  })
    .formData()
    .catch((cause: unknown) => {
      throw new Refusal('body_unreadable', 'The form in the body is broken.', { reason: String(cause) });
    });
  const texts = [...form.entries()].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  if (texts.length > FIELDS_MAX) {
    throw new Refusal('body_unreadable', `A form has at most ${FIELDS_MAX} fields.`);
  }
  request.body = Object.fromEntries(texts);
}

/** What body-parser says in `type`, in our words. */
function refusalOf(error: unknown): unknown {
  const type = error instanceof Error && 'type' in error ? error.type : undefined;
  switch (type) {
    case 'entity.too.large':
      return new Refusal('body_too_large', 'A form holds at most 100 kB.', { bytesMax: FORM_BYTES_MAX });
    case 'encoding.unsupported':
      return new Refusal('media_type_unsupported', 'A body comes uncompressed.');
    case 'request.aborted':
    case 'request.size.invalid':
      return new Refusal('body_unreadable', 'The body ended before its end.');
    default:
      return error;
  }
}
