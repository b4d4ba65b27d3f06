import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const ControlRow = z.object({ paused: z.boolean(), changed_by: z.string(), changed_at: z.date() });
export type ControlRow = z.infer<typeof ControlRow>;

/** The kill switch, and who moved it last. */
export async function findControl(db: Queryable): Promise<ControlRow> {
  const { rows } = await db.query(
    `
    select paused, changed_by, changed_at
      from control
    `,
  );
  return ControlRow.parse(rows[0]);
}
