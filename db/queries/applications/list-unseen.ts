import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const IdRow = z.object({ application_id: z.uuid() });

/** Of these applications those with pictures that nobody looked at as they stand now. @returns ids, oldest first. */
export async function listUnseen(db: Queryable, applicationIds: readonly string[]): Promise<string[]> {
  const { rows } = await db.query(
    `
    select a.application_id
      from application a
     where a.application_id = any($1::uuid[])
       and jsonb_path_exists(a.applicant, '$.posts[*].image ? (@ != "")')
       and not exists (
         select from application_picture p where p.application_id = a.application_id and p.sha256 = a.sha256
       )
     order by a.received_at, a.application_id
    `,
    [applicationIds],
  );
  return rows.map((row) => IdRow.parse(row).application_id);
}
