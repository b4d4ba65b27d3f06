import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ proposal_id: z.uuid() });

/** Proposals of these leak cases that nobody has decided. A letter names no case: it is known by its page and the code. */
export async function openCaseProposals(db: Queryable, caseIds: readonly string[]): Promise<string[]> {
  const { rows } = await db.query(
    `
    select q.proposal_id
      from proposal q
      join leak_case l on l.case_id = any($1::uuid[])
      join sighting s using (sighting_id)
     where q.status in ('pending', 'snoozed')
       and (q.effect ->> 'caseId' = l.case_id::text
            or (q.kind = 'partner.warn' and q.source ->> 'documentId' = s.first_capture_sha256
                and position(l.code in q.title) > 0))
    `,
    [caseIds],
  );
  return rows.map((row) => Row.parse(row).proposal_id);
}
