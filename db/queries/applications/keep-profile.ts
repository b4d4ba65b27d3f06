import type { ObservedProfile } from '../../../src/domain/vetting/profile/observed-profile.ts';
import type { Queryable } from '../../client.ts';
import { storableJson } from '../mail/storable.ts';

/** Keeps what a platform said of an applicant's profile, or why it could not be asked. */
export async function keepProfile(
  db: Queryable,
  {
    applicationId,
    sha256,
    observed,
    reason,
    at,
  }: {
    readonly applicationId: string;
    readonly sha256: string;
    readonly observed: ObservedProfile | null;
    readonly reason: string | null;
    readonly at: Date;
  },
): Promise<void> {
  await db.query(
    `
    insert into application_profile (application_id, sha256, observed, reason, looked_at)
    values ($1, $2, $3, $4, $5)
    on conflict (application_id) do update
       set sha256 = excluded.sha256, observed = excluded.observed, reason = excluded.reason,
           looked_at = excluded.looked_at
    `,
    [applicationId, sha256, observed && storableJson(observed), reason, at],
  );
}
