import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const KeyRow = z.object({ key_text: z.string().min(1) });

/** What signs the pages of the application form. */
export async function readApplyKey(db: Queryable): Promise<string> {
  const { rows } = await db.query('select key_text from apply_key');
  return KeyRow.parse(rows[0]).key_text;
}
