import type {
  ApplicationStatus,
  StoredVetting,
} from '../../../src/domain/applications/stored-application.ts';
import type { Queryable } from '../../client.ts';
import { storableJson } from '../mail/storable.ts';

/** Keeps what vetting said of an application, once: one that was vetted as it stands, or sent anew meanwhile, stays as it is. */
export async function setVetting(
  db: Queryable,
  applicationId: string,
  {
    sha256,
    vetting,
    status,
  }: { readonly sha256: string; readonly vetting: StoredVetting; readonly status: ApplicationStatus },
): Promise<void> {
  await db.query(
    `
    update application
       set vetting = $3, status = $4
     where application_id = $1 and sha256 = $2 and vetting is null
       and status in ('new', 'working', 'needs_review')
    `,
    [applicationId, sha256, storableJson(vetting), status],
  );
}
