import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ shown: z.instanceof(Uint8Array) });

/** The small WebP of one picture: of an application's post, or of the brand's board with `applicationId` null. @returns null when there is none. */
export async function shownPicture(
  db: Queryable,
  { applicationId, place }: { readonly applicationId: string | null; readonly place: number },
): Promise<Uint8Array | null> {
  const { rows } =
    applicationId === null
      ? await db.query('select shown from brand_picture where place = $1', [place])
      : await db.query(
          'select shown from application_picture where application_id = $1 and place = $2 and shown is not null',
          [applicationId, place],
        );
  return rows[0] ? Row.parse(rows[0]).shown : null;
}
