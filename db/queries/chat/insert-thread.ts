import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ thread_id: z.uuid() });

/** Begins a conversation. @param title - its first words. */
export async function insertThread(
  db: Queryable,
  { owner, title, now }: { readonly owner: string; readonly title: string; readonly now: Date },
): Promise<string> {
  const { rows } = await db.query(
    `
    insert into chat_thread (owner, title, created_at, updated_at)
    values ($1, $2, $3, $3)
    returning thread_id
    `,
    [owner, title, now],
  );
  return Row.parse(rows[0]).thread_id;
}
