import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ case_id: z.uuid() });

/** The oldest open case of a code with a verdict: what is asked about the code itself is asked from there. Null when none is open. */
export async function leadingCase(db: Queryable, code: string, verdict: string): Promise<string | null> {
  const { rows } = await db.query(
    `
    select case_id
      from leak_case
     where code = $1 and verdict = $2 and state = 'open'
     order by opened_at, case_id
     limit 1
    `,
    [code, verdict],
  );
  return rows[0] ? Row.parse(rows[0]).case_id : null;
}
