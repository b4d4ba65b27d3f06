import { z } from 'zod';
import type { MailPartItem } from '../../../src/domain/inbox/mail-detail.ts';
import type { Queryable } from '../../client.ts';

const PARTS_MAX = 500;
const PartRow = z.object({
  part_no: z.int(),
  file_name: z.string(),
  content_type: z.string(),
  size_bytes: z.bigint(),
  sha256: z.string(),
  is_kept: z.boolean(),
});

/** What hangs on a mail, in its order. */
export async function listMailParts(db: Queryable, mailId: string): Promise<MailPartItem[]> {
  const { rows } = await db.query(
    `
    select part_no, file_name, content_type, size_bytes, sha256, bytes is not null as is_kept
      from mail_attachment
     where mail_id = $1
     order by part_no
     limit $2
    `,
    [mailId, PARTS_MAX],
  );
  return rows.map((raw) => {
    const row = PartRow.parse(raw);
    return {
      partNo: row.part_no,
      fileName: row.file_name,
      contentType: row.content_type,
      sizeBytes: Number(row.size_bytes),
      sha256: row.sha256,
      isKept: row.is_kept,
    };
  });
}
