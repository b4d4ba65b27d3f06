import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ bytes: z.instanceof(Uint8Array).nullable() });

/** The bytes of a part of the mail that an application came by; null when they are not kept. */
export async function attachmentBytes(
  db: Queryable,
  { applicationId, partNo }: { readonly applicationId: string; readonly partNo: number },
): Promise<Uint8Array | null> {
  const { rows } = await db.query(
    `
    select t.bytes
      from application a
      join mail_attachment t on t.mail_id = a.mail_id and t.part_no = $2
     where a.application_id = $1
    `,
    [applicationId, partNo],
  );
  return rows[0] ? Row.parse(rows[0]).bytes : null;
}
