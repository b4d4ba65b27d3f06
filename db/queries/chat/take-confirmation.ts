import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ confirm: z.enum(['pause', 'resume']).nullable() });

/**
 * Takes what waits for a yes out of a thread's memory, so that one yes does one thing, however many messages come at once.
 *
 * @returns what it was; null when nothing waits.
 */
export async function takeConfirmation(db: Queryable, threadId: string): Promise<'pause' | 'resume' | null> {
  const { rows } = await db.query(
    `
    with before as (
      select thread_id, memory ->> 'confirm' as confirm from chat_thread where thread_id = $1 for update
    )
    update chat_thread t
       set memory = t.memory - 'confirm'
      from before
     where t.thread_id = before.thread_id and before.confirm is not null
    returning before.confirm
    `,
    [threadId],
  );
  return rows[0] ? Row.parse(rows[0]).confirm : null;
}
