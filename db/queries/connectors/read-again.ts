import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ is_reading: z.boolean() });

/**
 * Has a stream read at once; from its beginning where records were set aside, because nobody knows when those are of. What
 * was loaded before stays, and the same again changes nothing.
 *
 * @returns `unknown` when there is no such stream, `reading` when somebody reads it at the moment: then nothing is changed.
 */
export async function readAgain(
  db: Queryable,
  { system, stream }: { readonly system: string; readonly stream: string },
  now: Date,
): Promise<'asked' | 'reading' | 'unknown'> {
  const found = await db.query(
    `
    select coalesce(claimed_until > $3, false) as is_reading
      from connection_stream
     where system = $1 and stream = $2
       for update
    `,
    [system, stream, now],
  );
  if (!found.rows[0]) return 'unknown';
  if (Row.parse(found.rows[0]).is_reading) return 'reading';
  await db.query(
    `
    update connection_stream s
       set next_at = $3,
           complete_until = case when again.is_needed then null else complete_until end,
           reads_until = case when again.is_needed then null else reads_until end
      from (
        select exists (select from connection_set_aside where system = $1 and stream = $2) as is_needed
      ) again
     where s.system = $1 and s.stream = $2
    `,
    [system, stream, now],
  );
  return 'asked';
}
