import type { StoredApplication } from '../../../src/domain/applications/stored-application.ts';
import type { Queryable } from '../../client.ts';
import { APPLICATION_COLUMNS, toApplication } from './application-row.ts';

/** One application, or `null` when the id is unknown. */
export async function readApplication(
  db: Queryable,
  applicationId: string,
): Promise<StoredApplication | null> {
  const { rows } = await db.query(
    `select ${APPLICATION_COLUMNS} from application a where a.application_id = $1`,
    [applicationId],
  );
  return rows[0] ? toApplication(rows[0]) : null;
}
