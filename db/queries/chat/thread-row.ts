import { z } from 'zod';
import type { ChatThreadView } from '../../../src/domain/chat/chat-thread-view.ts';

/** What `toThread` reads, for a select list over `chat_thread t`. */
export const THREAD_COLUMNS = `t.thread_id, t.title, t.created_at, t.updated_at,
       (select count(*)::int from chat_message m where m.thread_id = t.thread_id) as messages`;

const ThreadRow = z.object({
  thread_id: z.uuid(),
  title: z.string(),
  created_at: z.date(),
  updated_at: z.date(),
  messages: z.int(),
});

/** A row as the doors show it. */
export function toThread(raw: unknown): ChatThreadView {
  const { thread_id: id, created_at: createdAt, updated_at: updatedAt, ...rest } = ThreadRow.parse(raw);
  return { id, ...rest, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
