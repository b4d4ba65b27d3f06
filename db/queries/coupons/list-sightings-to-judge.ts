import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ sighting_id: z.uuid() });

/**
 * Sightings of a code of ours that stand on their page and have not been judged, or are to be judged again: the case was
 * closed and the code came back, another code is meant, or the figures are old and nothing was proposed on them. Newest first. @returns ids.
 */
export async function listSightingsToJudge(
  db: Queryable,
  { judgedBefore, limit }: { readonly judgedBefore: Date; readonly limit: number },
): Promise<string[]> {
  const { rows } = await db.query(
    `
    select s.sighting_id
      from sighting s
      join coupon_source o using (source_id)
      left join leak_case l using (sighting_id)
     where s.code is not null and s.gone_at is null and o.removed_at is null
       and (l.case_id is null or l.state = 'closed' or l.code <> s.code 
            or (l.judged_at < $1 and not exists (
              select from proposal p
               where (p.effect ->> 'caseId' = l.case_id::text or p.source ->> 'documentId' = s.first_capture_sha256)
                 and p.status <> 'expired')))
     order by l.case_id is null desc, s.first_seen_at desc, s.sighting_id
     limit $2
    `,
    [judgedBefore, limit],
  );
  return rows.map((row) => Row.parse(row).sighting_id);
}
