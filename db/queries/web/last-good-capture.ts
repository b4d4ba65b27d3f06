import type { Capture } from '../../../src/domain/web/capture.ts';
import type { Queryable } from '../../client.ts';
import { CAPTURE_COLUMNS, toCapture } from './capture-row.ts';

/** The latest capture of a URL that came whole, or `null` when none did. */
export async function lastGoodCapture(db: Queryable, url: string): Promise<Capture | null> {
  const { rows } = await db.query(
    `
    select ${CAPTURE_COLUMNS}
      from web_capture c
      join web_body b using (sha256)
     where md5(c.url) = md5($1) and c.url = $1 and c.error_code is null and not c.is_partial
       and (c.status between 200 and 299 or c.same_as is not null)
     order by c.fetched_at desc
     limit 1
    `,
    [url],
  );
  return rows[0] ? toCapture(rows[0]) : null;
}
