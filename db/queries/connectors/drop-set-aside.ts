import type { Queryable } from '../../client.ts';

/** Forgets what was set aside of records that could be used now. */
export async function dropSetAside(
  db: Queryable,
  { system, stream }: { readonly system: string; readonly stream: string },
  recordKeys: readonly string[],
): Promise<void> {
  if (recordKeys.length === 0) return;
  await db.query(
    'delete from connection_set_aside where system = $1 and stream = $2 and record_key = any($3)',
    [system, stream, recordKeys],
  );
}
