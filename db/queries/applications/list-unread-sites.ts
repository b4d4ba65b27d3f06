import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ application_id: z.uuid(), sha256: z.string(), applicant: z.unknown() });

export interface UnreadSite {
  readonly applicationId: string;
  readonly sha256: string;
  /** As given, without posts and figures: a stranger's words. */
  readonly applicant: unknown;
}

/** Of these applications those not vetted yet whose site was not looked at as they stand now. Oldest first. */
export async function listUnreadSites(
  db: Queryable,
  applicationIds: readonly string[],
): Promise<UnreadSite[]> {
  const { rows } = await db.query(
    `
    select a.application_id, a.sha256, a.applicant - 'posts' - 'stats' as applicant
      from application a
      left join application_site s
        on s.application_id = a.application_id and s.sha256 = a.sha256 and s.observed is not null
     where a.application_id = any($1::uuid[]) and a.vetting is null and s.application_id is null
     order by a.received_at, a.application_id
    `,
    [applicationIds],
  );
  return rows.map((raw) => {
    const { application_id: applicationId, sha256, applicant } = Row.parse(raw);
    return { applicationId, sha256, applicant };
  });
}
