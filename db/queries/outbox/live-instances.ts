import { z } from 'zod';
import type { Queryable } from '../../client.ts';

/** First half of the advisory lock that a worker holds for as long as it lives; the second is its name's hash. */
const INSTANCE_CLASS = 724_311;

const ReleasedRow = z.object({ action_id: z.string() });

/** Says on a connection that the instance lives: the server notices by itself when the process is gone. */
export async function announceInstance(connection: Queryable, instance: string): Promise<void> {
  await connection.query(`select pg_advisory_lock_shared(${INSTANCE_CLASS}, hashtext($1))`, [instance]);
}

/** Takes the claims of instances that are gone back into the queue, without waiting for their leases; gives the ids. */
export async function releaseDeadClaims(db: Queryable): Promise<string[]> {
  const { rows } = await db.query(
    `
    update outbox o
       set status = 'queued', claimed_by = null, lease_until = null, next_attempt_at = clock_timestamp()
     where o.status = 'claimed'
       and not exists (
         select from pg_locks l
          where l.locktype = 'advisory'
            and l.database = (select oid from pg_database where datname = current_database())
            and l.classid::bigint = ${INSTANCE_CLASS}
            and l.objid::bigint = hashtext(o.claimed_by)::bigint & 4294967295
            and l.granted)
    returning action_id
    `,
  );
  return rows.map((row) => ReleasedRow.parse(row).action_id);
}
