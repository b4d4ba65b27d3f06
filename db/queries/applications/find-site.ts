import { z } from 'zod';
import { ObservedSite } from '../../../src/domain/vetting/site/observed-site.ts';
import type { Queryable } from '../../client.ts';

/** What was seen of the site that an application names; `observed` null with a reason when nobody looked. */
export const KeptSite = z.object({
  isApplicant: z.boolean(),
  observed: ObservedSite.nullable(),
  reason: z.string().nullable(),
});
export type KeptSite = z.infer<typeof KeptSite>;

const Row = z.object({
  is_applicant: z.boolean(),
  observed: ObservedSite.nullable(),
  reason: z.string().nullable(),
});

/** Of the application as it stands; null when it names no site, or sites are not read. */
export async function findSite(db: Queryable, applicationId: string): Promise<KeptSite | null> {
  const { rows } = await db.query(
    `
    select s.is_applicant, s.observed, s.reason
      from application_site s
      join application a using (application_id)
     where s.application_id = $1 and s.sha256 = a.sha256
    `,
    [applicationId],
  );
  if (!rows[0]) return null;
  const { is_applicant: isApplicant, observed, reason } = Row.parse(rows[0]);
  return { isApplicant, observed, reason };
}
