import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ case_id: z.uuid() });

/** The case of a sighting; null before it was judged. */
export async function caseOfSighting(db: Queryable, sightingId: string): Promise<string | null> {
  const { rows } = await db.query('select case_id from leak_case where sighting_id = $1', [sightingId]);
  return rows[0] ? Row.parse(rows[0]).case_id : null;
}
