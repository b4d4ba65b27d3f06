import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z
  .object({
    system: z.string(),
    stream: z.string(),
    record_key: z.string(),
    problem: z.string(),
    raw: z.string(),
    seen_at: z.date(),
  })
  .transform(({ record_key, seen_at, ...row }) => ({ ...row, recordKey: record_key, seenAt: seen_at }));
export type SetAsideRecord = z.infer<typeof Row>;

/** Where a page of the list ended. */
export interface SetAsidePlace {
  readonly stream: string;
  readonly recordKey: string;
}

/** Records of one system that could not be used, by stream and id. @param after - the last of the page before; null for the first. */
export async function listSetAside(
  db: Queryable,
  {
    system,
    after,
    limit,
  }: { readonly system: string; readonly after: SetAsidePlace | null; readonly limit: number },
): Promise<SetAsideRecord[]> {
  const { rows } = await db.query(
    `
    select system, stream, record_key, problem, raw, seen_at
      from connection_set_aside
     where system = $1 and ($2::text is null or (stream, record_key) > ($2, $3))
     order by stream, record_key
     limit $4
    `,
    [system, after?.stream ?? null, after?.recordKey ?? null, limit],
  );
  return rows.map((row) => Row.parse(row));
}
