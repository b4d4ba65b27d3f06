import express, { type Request, type Response } from 'express';
import { Refusal } from '../../domain/errors.ts';

/** The most a JSON body may hold; kB as the standard has it. */
export const JSON_BYTES_MAX = 100_000;

const parseJson = express.json({ limit: JSON_BYTES_MAX, inflate: false, strict: true });

/**
 * Reads a JSON body into `request.body`.
 *
 * @throws {Refusal} `body_too_large`, `body_unreadable`, `media_type_unsupported`.
 */
export async function readJson(request: Request, response: Response): Promise<void> {
  if (!request.is('application/json') && hasBody(request)) {
    throw new Refusal('media_type_unsupported', 'A body is JSON, with Content-Type: application/json.');
  }
  await new Promise<void>((resolve, reject) => {
    parseJson(request, response, (error?: unknown) => (error ? reject(refusalOf(error)) : resolve()));
  });
}

function hasBody(request: Request): boolean {
  return (
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0
  );
}

/** What body-parser says in `type`, in our words. */
function refusalOf(error: unknown): unknown {
  const type = error instanceof Error && 'type' in error ? error.type : undefined;
  switch (type) {
    case 'entity.too.large':
      return new Refusal('body_too_large', 'A JSON body holds at most 100 kB.', { bytesMax: JSON_BYTES_MAX });
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return new Refusal('media_type_unsupported', 'A body is uncompressed JSON in UTF-8.');
    case 'entity.parse.failed':
    case 'request.aborted':
    case 'request.size.invalid':
      return new Refusal('body_unreadable', 'The body is not valid JSON: an object or a list is expected.');
    default:
      return error;
  }
}
