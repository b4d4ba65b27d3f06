import { z } from 'zod';
import { Fingerprint } from '../../../src/domain/applications/stored-application.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({ application_id: z.uuid(), sha256: z.string(), fingerprint: Fingerprint });

export interface Unobserved {
  readonly applicationId: string;
  readonly sha256: string;
  readonly platform: string;
  readonly handle: string;
}

/** Of these applications those whose profile was not looked up as they stand now, or could not be; with a platform and a handle. Oldest first. */
export async function listUnobserved(
  db: Queryable,
  applicationIds: readonly string[],
): Promise<Unobserved[]> {
  const { rows } = await db.query(
    `
    select a.application_id, a.sha256, a.fingerprint
      from application a
      left join application_profile p
        on p.application_id = a.application_id and p.sha256 = a.sha256 and p.observed is not null
     where a.application_id = any($1::uuid[]) and p.application_id is null
     order by a.received_at, a.application_id
    `,
    [applicationIds],
  );
  return rows.flatMap((raw) => {
    const { application_id: applicationId, sha256, fingerprint } = Row.parse(raw);
    const { platform, handle } = fingerprint;
    return platform === null || handle === null ? [] : [{ applicationId, sha256, platform, handle }];
  });
}
