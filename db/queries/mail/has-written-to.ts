import type { Queryable } from '../../client.ts';

/** Whether a mail of ours left for an address since a moment. @param address - in lower case. */
export async function hasWrittenTo(db: Queryable, address: string, since: Date): Promise<boolean> {
  const { rows } = await db.query(
    `
    select 1
      from mail
     where direction = 'out' and sent_at >= $2 and to_addresses @> array[$1::text]
     limit 1
    `,
    [address, since],
  );
  return rows.length > 0;
}
