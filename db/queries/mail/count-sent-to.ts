import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const CountRow = z.object({ count: z.int() });

/** How many mails left for an address since a moment. @param address - in lower case. */
export async function countSentTo(db: Queryable, address: string, since: Date): Promise<number> {
  const { rows } = await db.query(
    `
    select count(*)::int as count
      from mail
     where direction = 'out' and sent_at >= $2 and to_addresses @> array[$1::text]
    `,
    [address, since],
  );
  return CountRow.parse(rows[0]).count;
}
