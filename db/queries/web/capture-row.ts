import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { z } from 'zod';
import { Capture } from '../../../src/domain/web/capture.ts';

export const CAPTURE_COLUMNS = `c.capture_id, c.url, c.final_url, c.fetched_at, c.how, c.how_reason, c.status, c.content_type,
  c.charset, c.sha256, c.etag, c.last_modified, c.redirects, c.same_as, c.is_partial, c.screenshot, c.error_code,
  c.error_message, b.packed, b.size_bytes`;

const { shape } = Capture;
const Row = z.object({
  capture_id: shape.captureId,
  url: shape.url,
  final_url: shape.finalUrl,
  fetched_at: shape.fetchedAt,
  how: shape.how,
  how_reason: shape.howReason,
  status: shape.status,
  content_type: shape.contentType,
  charset: shape.charset,
  sha256: shape.sha256,
  etag: shape.etag,
  last_modified: shape.lastModified,
  redirects: shape.redirects,
  same_as: shape.sameAs,
  is_partial: shape.isPartial,
  screenshot: shape.screenshot,
  error_code: z.string().nullable(),
  error_message: z.string().nullable(),
  packed: z.instanceof(Uint8Array),
  size_bytes: z.int(),
});
const unpack = promisify(gunzip);

/** A capture as `CAPTURE_COLUMNS` of `web_capture c` and `web_body b` give it, its body unpacked. */
export async function toCapture(value: unknown): Promise<Capture> {
  const row = Row.parse(value);
  const bytes = await unpack(row.packed, { maxOutputLength: row.size_bytes + 1 });
  return Capture.parse({
    captureId: row.capture_id,
    url: row.url,
    finalUrl: row.final_url,
    fetchedAt: row.fetched_at,
    how: row.how,
    howReason: row.how_reason,
    status: row.status,
    contentType: row.content_type,
    charset: row.charset,
    bytes: new Uint8Array(bytes),
    sha256: row.sha256,
    etag: row.etag,
    lastModified: row.last_modified,
    redirects: row.redirects,
    sameAs: row.same_as,
    isPartial: row.is_partial,
    screenshot: row.screenshot && new Uint8Array(row.screenshot),
    error: row.error_code === null ? null : { code: row.error_code, message: row.error_message },
  });
}
