import { z } from 'zod';
import type { Queryable } from '../../client.ts';
import { storableText } from '../mail/storable.ts';

const IdRow = z.object({ application_id: z.uuid() });

/** The id of an application by what its source calls it; null when there is none. */
export async function findApplication(
  db: Queryable,
  { source, externalId }: { readonly source: string; readonly externalId: string },
): Promise<string | null> {
  const { rows } = await db.query(
    'select application_id from application where source = $1 and external_id = $2',
    [source, storableText(externalId)],
  );
  return rows[0] ? IdRow.parse(rows[0]).application_id : null;
}
