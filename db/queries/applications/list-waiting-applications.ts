import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const IdRow = z.object({ application_id: z.uuid() });

/** Applications for which nothing waits: not vetted yet, or what was proposed has expired. Oldest first. @returns ids. */
export async function listWaitingApplications(db: Queryable, limit: number): Promise<string[]> {
  const { rows } = await db.query(
    `
    select a.application_id
      from application a
     where a.status in ('new', 'working', 'vetted', 'needs_review')
       and (a.status = 'new' or not exists (
         select from proposal p
          where p.source ->> 'documentId' = a.application_id::text and p.status <> 'expired'
       ))
     order by a.received_at, a.application_id
     limit $1
    `,
    [limit],
  );
  return rows.map((row) => IdRow.parse(row).application_id);
}
