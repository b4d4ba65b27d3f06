import { z } from 'zod';
import { ObservedProfile } from '../../../src/domain/vetting/profile/observed-profile.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({ observed: ObservedProfile });

/** What its platform said of an applicant's profile, for the application as it stands; null when nobody asked or could. */
export async function findProfile(db: Queryable, applicationId: string): Promise<ObservedProfile | null> {
  const { rows } = await db.query(
    `
    select p.observed
      from application_profile p
      join application a using (application_id)
     where p.application_id = $1 and p.sha256 = a.sha256 and p.observed is not null
    `,
    [applicationId],
  );
  return rows[0] ? Row.parse(rows[0]).observed : null;
}
