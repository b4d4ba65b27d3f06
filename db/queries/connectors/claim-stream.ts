import { z } from 'zod';
import type { Queryable } from '../../client.ts';
import type { StreamKey } from './ensure-streams.ts';

const Row = z.object({
  system: z.string(),
  stream: z.string(),
  account: z.string(),
  complete_until: z.date().nullable(),
  reads_until: z.date().nullable(),
  failures: z.int(),
});
export type ClaimedStream = z.infer<typeof Row>;

/**
 * Takes one stream that is due and that nobody reads, the longest overdue first; null when there is none.
 *
 * @param among - what this process is connected to; a stream of another account is left alone.
 * @param anyTime - takes it though it is not due, for a person who asks.
 */
export async function claimStream(
  db: Queryable,
  {
    among,
    worker,
    now,
    leaseSeconds,
    anyTime = false,
  }: {
    readonly among: readonly StreamKey[];
    readonly worker: string;
    readonly now: Date;
    readonly leaseSeconds: number;
    readonly anyTime?: boolean;
  },
): Promise<ClaimedStream | null> {
  const { rows } = await db.query(
    `
    with due as (
      select s.system, s.stream
        from connection_stream s
        join unnest($1::text[], $2::text[], $3::text[]) as ours (system, stream, account)
       using (system, stream, account)
       where (s.next_at <= $4 or $7) and (s.claimed_until is null or s.claimed_until <= $4)
       order by s.next_at, s.system, s.stream
       limit 1
         for update of s skip locked
    )
    update connection_stream s
       set claimed_by = $5, claimed_until = $4 + $6::float8 * interval '1 second', tried_at = $4
      from due
     where s.system = due.system and s.stream = due.stream
    returning s.system, s.stream, s.account, s.complete_until, s.reads_until, s.failures
    `,
    [
      among.map(({ system }) => system),
      among.map(({ stream }) => stream),
      among.map(({ account }) => account),
      now,
      worker,
      leaseSeconds,
      anyTime,
    ],
  );
  return rows[0] ? Row.parse(rows[0]) : null;
}
