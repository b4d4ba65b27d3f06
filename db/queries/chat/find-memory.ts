import { z } from 'zod';
import { ChatMemory } from '../../../src/domain/chat/chat-memory.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({ memory: ChatMemory });

/** What a thread remembers; null when there is none, or it is somebody else's. */
export async function findMemory(
  db: Queryable,
  { threadId, owner }: { readonly threadId: string; readonly owner: string },
): Promise<ChatMemory | null> {
  const { rows } = await db.query(
    `
    select memory
      from chat_thread
     where thread_id = $1 and owner = $2
    `,
    [threadId, owner],
  );
  return rows[0] ? Row.parse(rows[0]).memory : null;
}
