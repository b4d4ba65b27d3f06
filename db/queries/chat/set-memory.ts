import type { ChatMemory } from '../../../src/domain/chat/chat-memory.ts';
import type { Queryable } from '../../client.ts';

/** What the next turn of a thread has to know. */
export async function setMemory(db: Queryable, threadId: string, memory: ChatMemory): Promise<void> {
  await db.query(
    `
    update chat_thread set memory = $2 where thread_id = $1
    `,
    [threadId, JSON.stringify(memory)],
  );
}
