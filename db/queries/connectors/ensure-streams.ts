import type { Queryable } from '../../client.ts';

/** One thing that is read of a system, again and again. */
export interface StreamKey {
  readonly system: string;
  readonly stream: string;
  /** A fingerprint of the account. */
  readonly account: string;
}

/** Makes the rows of what is connected; another account than before is read from its beginning, and at once. */
export async function ensureStreams(db: Queryable, streams: readonly StreamKey[], now: Date): Promise<void> {
  await db.query(
    `
    insert into connection_stream as known (system, stream, account, next_at)
    select system, stream, account, $4
      from unnest($1::text[], $2::text[], $3::text[]) as given (system, stream, account)
        on conflict (system, stream) do update
       set account = excluded.account, next_at = excluded.next_at, complete_until = null, reads_until = null,
           claimed_by = null, claimed_until = null, tried_at = null, succeeded_at = null, failures = 0,
           problem = null, gaps = '[]', rows_read = 0, rows_changed = 0
     where known.account <> excluded.account
    `,
    [
      streams.map(({ system }) => system),
      streams.map(({ stream }) => stream),
      streams.map(({ account }) => account),
      now,
    ],
  );
}
