import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  packed: z.instanceof(Uint8Array),
  size_bytes: z.int(),
  content_type: z.string().nullable(),
  charset: z.string().nullable(),
});
const unpack = promisify(gunzip);

/** A stored page's bytes and what its site said of them; null when it is kept no more. */
export async function readPageBody(
  db: Queryable,
  sha256: string,
): Promise<{ bytes: Uint8Array; contentType: string | null; charset: string | null } | null> {
  const { rows } = await db.query(
    `
    select b.packed, b.size_bytes, c.content_type, c.charset
      from web_body b
      left join web_capture c using (sha256)
     where b.sha256 = $1
     order by c.fetched_at desc nulls last
     limit 1
    `,
    [sha256],
  );
  if (!rows[0]) return null;
  const { packed, size_bytes: size, content_type: contentType, charset } = Row.parse(rows[0]);
  const bytes = await unpack(packed, { maxOutputLength: size + 1 });
  return { bytes: new Uint8Array(bytes), contentType, charset };
}
