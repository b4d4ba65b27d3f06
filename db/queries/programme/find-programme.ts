import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const ProgrammeRow = z.object({
  name: z.string(),
  currency: z.string(),
  time_zone: z.string(),
  is_demo: z.boolean(),
  demo_shift_weeks: z.int().nullable(),
});
export type ProgrammeRow = z.infer<typeof ProgrammeRow>;

/** The programme of this database; `null` before one was loaded. */
export async function findProgramme(db: Queryable): Promise<ProgrammeRow | null> {
  const { rows } = await db.query(
    `
    select name, currency, time_zone, is_demo, demo_shift_weeks
      from programme
    `,
  );
  return rows[0] ? ProgrammeRow.parse(rows[0]) : null;
}
