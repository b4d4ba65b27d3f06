import { z } from 'zod';
import { ChatMessageView, type ChatThreadDetail } from '../../../src/domain/chat/chat-thread-view.ts';
import type { Queryable } from '../../client.ts';
import { THREAD_COLUMNS, toThread } from './thread-row.ts';

const MESSAGES_MAX = 200;
const { shape } = ChatMessageView;
const MessageRow = z.object({
  seq: shape.seq,
  role: shape.role,
  text: shape.text,
  plan: shape.plan,
  tools: shape.tools,
  citations: shape.citations,
  choices: shape.choices,
  made_by: shape.madeBy,
  created_at: z.date(),
});

/** One conversation with its last 200 messages, oldest first; null when there is none, or it is somebody else's. */
export async function findThread(
  db: Queryable,
  { threadId, owner }: { readonly threadId: string; readonly owner: string },
): Promise<ChatThreadDetail | null> {
  const { rows } = await db.query(
    `select ${THREAD_COLUMNS} from chat_thread t where t.thread_id = $1 and t.owner = $2`,
    [threadId, owner],
  );
  if (!rows[0]) return null;
  const messages = await db.query(
    `
    select seq, role, text, plan, tools, citations, choices, made_by, created_at
      from chat_message
     where thread_id = $1
     order by seq desc
     limit $2
    `,
    [threadId, MESSAGES_MAX],
  );
  return {
    ...toThread(rows[0]),
    items: messages.rows
      .map((raw) => {
        const { made_by: madeBy, created_at: createdAt, ...rest } = MessageRow.parse(raw);
        return { ...rest, madeBy, createdAt: createdAt.toISOString() };
      })
      .reverse(),
  };
}
