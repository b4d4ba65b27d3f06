import type { ObservedSite } from '../../../src/domain/vetting/site/observed-site.ts';
import type { Queryable } from '../../client.ts';
import { storableJson } from '../mail/storable.ts';

/** Keeps what was seen of an applicant's site, or why nobody looked. */
export async function keepSite(
  db: Queryable,
  {
    applicationId,
    sha256,
    isApplicant,
    observed,
    reason,
    at,
  }: {
    readonly applicationId: string;
    readonly sha256: string;
    readonly isApplicant: boolean;
    readonly observed: ObservedSite | null;
    readonly reason: string | null;
    readonly at: Date;
  },
): Promise<void> {
  await db.query(
    `
    insert into application_site (application_id, sha256, is_applicant, observed, reason, looked_at)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (application_id) do update
       set sha256 = excluded.sha256, is_applicant = excluded.is_applicant, observed = excluded.observed,
           reason = excluded.reason, looked_at = excluded.looked_at
    `,
    [applicationId, sha256, isApplicant, observed && storableJson(observed), reason, at],
  );
}
