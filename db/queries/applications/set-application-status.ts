import type { ApplicationStatus } from '../../../src/domain/applications/stored-application.ts';
import type { Queryable } from '../../client.ts';

/** Moves an application on. An unknown id changes nothing. */
export async function setApplicationStatus(
  db: Queryable,
  applicationId: string,
  status: ApplicationStatus,
): Promise<void> {
  await db.query('update application set status = $2 where application_id = $1', [applicationId, status]);
}
