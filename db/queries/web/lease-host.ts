import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ wait_ms: z.number() });

/**
 * Books the next turn at a host, whichever process asks: turns are `delayMs` apart by the database's clock.
 *
 * @param host - with its port where it is not the usual one.
 * @returns milliseconds until the turn; null, with nothing booked, when that is more than `waitMaxMs`.
 */
export async function leaseHost(
  db: Queryable,
  host: string,
  { delayMs, waitMaxMs }: { readonly delayMs: number; readonly waitMaxMs: number },
): Promise<number | null> {
  const { rows } = await db.query(
    `
    with turn as (
      insert into web_host as known (host, next_at)
      values ($1, clock_timestamp() + $2::float8 * interval '1 ms')
          on conflict (host) do update
         set next_at = greatest(known.next_at, clock_timestamp()) + $2::float8 * interval '1 ms'
       where known.next_at <= clock_timestamp() + $3::float8 * interval '1 ms'
      returning next_at
    )
    select extract(epoch from next_at - $2::float8 * interval '1 ms' - clock_timestamp())::float8 * 1000 as wait_ms
      from turn
    `,
    [host, delayMs, waitMaxMs],
  );
  return rows[0] ? Math.max(0, Math.ceil(Row.parse(rows[0]).wait_ms)) : null;
}
