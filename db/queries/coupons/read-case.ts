import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  case_id: z.uuid(),
  sighting_id: z.uuid(),
  code: z.string(),
  state: z.enum(['open', 'closed']),
});
export type StoredCase = z.infer<typeof Row>;

/** One leak case; null when there is no such case. */
export async function readCase(db: Queryable, caseId: string): Promise<StoredCase | null> {
  const { rows } = await db.query(
    `
    select case_id, sighting_id, code, state
      from leak_case
     where case_id = $1
    `,
    [caseId],
  );
  return rows[0] ? Row.parse(rows[0]) : null;
}
