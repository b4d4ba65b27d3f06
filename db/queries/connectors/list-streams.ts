import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  system: z.string(),
  stream: z.string(),
  is_reading: z.boolean(),
  complete_until: z.date().nullable(),
  next_at: z.date(),
  tried_at: z.date().nullable(),
  succeeded_at: z.date().nullable(),
  failures: z.int(),
  problem: z.string().nullable(),
  gaps: z.array(z.string()),
  rows_read: z.string(),
  rows_changed: z.string(),
  set_aside: z.int(),
});
export type StreamRow = z.infer<typeof Row>;

/** How far everything that was ever connected was read, by name. */
export async function listStreams(db: Queryable, now: Date): Promise<StreamRow[]> {
  const { rows } = await db.query(
    `
    select system, stream, coalesce(claimed_until > $1, false) as is_reading, complete_until, next_at, tried_at,
           succeeded_at, failures, problem, gaps, rows_read::text, rows_changed::text,
           (select count(*) from connection_set_aside a where a.system = s.system and a.stream = s.stream)::int
             as set_aside
      from connection_stream s
     order by system, stream
    `,
    [now],
  );
  return rows.map((row) => Row.parse(row));
}
