import type pg from 'pg';
import type { ChatChoice, Citation, ToolStep } from '../../../src/domain/chat/chat-event.ts';
import { inTransaction } from '../../transaction.ts';

export interface NewMessage {
  readonly role: 'person' | 'agent';
  readonly text: string;
  readonly plan?: readonly string[];
  readonly tools?: readonly ToolStep[];
  readonly citations?: readonly Citation[];
  readonly choices?: readonly ChatChoice[];
  readonly madeBy?: { readonly engine: string; readonly prompt: string | null };
}

/**
 * Puts a message at the end of a thread, which is locked first: a number is read only when nobody else is about to take it.
 */
export async function addMessage(
  pool: pg.Pool,
  threadId: string,
  message: NewMessage,
  now: Date,
): Promise<void> {
  await inTransaction(pool, async (transaction) => {
    await transaction.query(
      'update chat_thread set updated_at = greatest(updated_at, $2) where thread_id = $1',
      [threadId, now],
    );
    await transaction.query(
      `
      insert into chat_message (thread_id, seq, role, text, plan, tools, citations, choices, made_by, created_at)
      select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9
        from chat_message
       where thread_id = $1
      `,
      [
        threadId,
        message.role,
        message.text,
        JSON.stringify(message.plan ?? []),
        JSON.stringify(message.tools ?? []),
        JSON.stringify(message.citations ?? []),
        JSON.stringify(message.choices ?? []),
        message.madeBy ? JSON.stringify(message.madeBy) : null,
        now,
      ],
    );
  });
}
