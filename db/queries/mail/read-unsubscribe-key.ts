import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const KeyRow = z.object({ key_text: z.string().min(1) });

/** What signs the links under which one leaves. */
export async function readUnsubscribeKey(db: Queryable): Promise<string> {
  const { rows } = await db.query('select key_text from unsubscribe_key');
  return KeyRow.parse(rows[0]).key_text;
}
