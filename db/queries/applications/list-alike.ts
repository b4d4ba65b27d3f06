import { z } from 'zod';
import { Fingerprint } from '../../../src/domain/applications/stored-application.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({ fingerprint: Fingerprint });
const ALIKE_MAX = 200;

/** The fingerprints of other applications that share a handle, a look-alike handle or words with this one, whenever they came. */
export async function listAlike(db: Queryable, applicationId: string): Promise<Fingerprint[]> {
  const { rows } = await db.query(
    `
    select other.fingerprint
      from application a
      join application other
        on other.fingerprint_keys && a.fingerprint_keys and other.application_id <> a.application_id
     where a.application_id = $1
     order by other.received_at, other.application_id
     limit $2
    `,
    [applicationId, ALIKE_MAX],
  );
  return rows.map((row) => Row.parse(row).fingerprint);
}
