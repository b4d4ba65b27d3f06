import { z } from 'zod';
import { LookMeasure } from '../../../src/domain/vetting/look/look-measure.ts';
import type { Queryable } from '../../client.ts';

export const KeptPicture = z.object({
  /** Of its post, from 1. */
  place: z.int(),
  state: z.enum(['seen', 'broken', 'absent']),
  reason: z.string().nullable(),
  hash: z.string().nullable(),
  look: LookMeasure.nullable(),
});
export type KeptPicture = z.infer<typeof KeptPicture>;

/** What was seen of an application's pictures, in the order of its posts; empty before anybody looked. */
export async function listPictures(db: Queryable, applicationId: string): Promise<KeptPicture[]> {
  const { rows } = await db.query(
    `
    select place, state, reason, hash, look
      from application_picture
     where application_id = $1
     order by place
    `,
    [applicationId],
  );
  return rows.map((row) => KeptPicture.parse(row));
}
