import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const KeyRow = z.object({ key_text: z.string().min(32) });

/** The key that signs session cookies; every process of this programme uses the same. */
export async function sessionKey(db: Queryable): Promise<string> {
  const { rows } = await db.query(
    `
    select key_text
      from session_key
    `,
  );
  return KeyRow.parse(rows[0]).key_text;
}
