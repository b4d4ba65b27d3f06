import type { Queryable } from '../../client.ts';

/** A record that could not be used. */
export interface SetAsideRow {
  /** The system's id of it, or a fingerprint. */
  readonly recordKey: string;
  readonly problem: string;
  readonly raw: string;
}

/** Keeps records that could not be used; the newest word on each. */
export async function putSetAside(
  db: Queryable,
  { system, stream }: { readonly system: string; readonly stream: string },
  records: readonly SetAsideRow[],
  seenAt: Date,
): Promise<void> {
  if (records.length === 0) return;
  await db.query(
    `
    insert into connection_set_aside (system, stream, record_key, problem, raw, seen_at)
    select distinct on (record_key) $1, $2, record_key, problem, raw, $6
      from unnest($3::text[], $4::text[], $5::text[]) with ordinality as given (record_key, problem, raw, place)
     order by record_key, place desc
        on conflict (system, stream, record_key) do update
       set problem = excluded.problem, raw = excluded.raw, seen_at = excluded.seen_at
    `,
    [
      system,
      stream,
      records.map(({ recordKey }) => recordKey),
      records.map(({ problem }) => problem),
      records.map(({ raw }) => raw),
      seenAt,
    ],
  );
}
