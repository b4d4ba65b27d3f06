import type { ChatChoice, Citation, ToolStep } from '../../../src/domain/chat/chat-event.ts';
import type { Queryable } from '../../client.ts';

export interface NewMessage {
  readonly role: 'person' | 'agent';
  readonly text: string;
  readonly plan?: readonly string[];
  readonly tools?: readonly ToolStep[];
  readonly citations?: readonly Citation[];
  readonly choices?: readonly ChatChoice[];
  readonly madeBy?: { readonly engine: string; readonly prompt: string | null };
}

/** Puts a message at the end of a thread, whose row is locked meanwhile so that numbers have no gap and no double. */
export async function addMessage(
  db: Queryable,
  threadId: string,
  message: NewMessage,
  now: Date,
): Promise<void> {
  await db.query(
    `
    with thread as (
      update chat_thread set updated_at = greatest(updated_at, $9) where thread_id = $1 returning thread_id
    )
    insert into chat_message (thread_id, seq, role, text, plan, tools, citations, choices, made_by, created_at)
    select thread_id,
           (select coalesce(max(seq), 0) + 1 from chat_message m where m.thread_id = $1),
           $2, $3, $4, $5, $6, $7, $8, $9
      from thread
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
}
