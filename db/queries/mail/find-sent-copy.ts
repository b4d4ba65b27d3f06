import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const IdRow = z.object({ mail_id: z.uuid() });

/** The mail that we sent under a Message-ID from an address, as a folder of sent mail shows it again; `null` when none. */
export async function findSentCopy(
  db: Queryable,
  { messageId, fromAddress }: { readonly messageId: string; readonly fromAddress: string },
): Promise<string | null> {
  const { rows } = await db.query(
    `
    select mail_id
      from mail
     where direction = 'out' and md5(message_id) = md5($1) and message_id = $1 and from_address = $2
     limit 1
    `,
    [messageId, fromAddress],
  );
  return rows[0] ? IdRow.parse(rows[0]).mail_id : null;
}
