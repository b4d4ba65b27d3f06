import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Capture } from '../../../src/domain/web/capture.ts';
import type { Queryable } from '../../client.ts';
import { storableJson, storableText } from '../mail/storable.ts';

const pack = promisify(gzip);

/** Keeps a capture, its body packed and once for all captures that have the same. Again with the same id it changes nothing. */
export async function putCapture(db: Queryable, capture: Capture): Promise<void> {
  const words = (text: string | null): string | null => (text === null ? null : storableText(text));
  const { error } = capture;
  await db.query(
    `
    with body as (
      insert into web_body (sha256, packed, size_bytes)
      values ($10, $17, $18)
          on conflict (sha256) do nothing
    )
    insert into web_capture
      (capture_id, url, final_url, fetched_at, how, how_reason, status, content_type, charset, sha256, etag,
       last_modified, redirects, same_as, is_partial, screenshot, error_code, error_message)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::jsonb, $14, $15, $16, $19, $20)
        on conflict (capture_id) do nothing
    `,
    [
      capture.captureId,
      words(capture.url),
      words(capture.finalUrl),
      capture.fetchedAt,
      capture.how,
      words(capture.howReason),
      capture.status,
      words(capture.contentType),
      words(capture.charset),
      capture.sha256,
      words(capture.etag),
      words(capture.lastModified),
      storableJson(capture.redirects),
      capture.sameAs,
      capture.isPartial,
      capture.screenshot,
      await pack(capture.bytes),
      capture.bytes.length,
      error?.code ?? null,
      words(error?.message ?? null),
    ],
  );
}
