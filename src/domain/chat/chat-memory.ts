import { z } from 'zod';
import { CHAT_INTENTS } from './chat-intent.ts';

/** What a thread remembers from one turn to the next. */
export const ChatMemory = z.object({
  /** The partner and the proposal spoken of last. */
  partnerId: z.string().max(200).nullable().default(null),
  proposalId: z.uuid().nullable().default(null),
  /** A question of ours that is open: which partner, for which wish. */
  asked: z
    .object({ intent: z.enum(CHAT_INTENTS), slot: z.enum(['partner', 'proposal']) })
    .nullable()
    .default(null),
  /** What happens only when the next message says yes. */
  confirm: z.enum(['pause', 'resume']).nullable().default(null),
});
export type ChatMemory = z.infer<typeof ChatMemory>;

export const NO_MEMORY: ChatMemory = { partnerId: null, proposalId: null, asked: null, confirm: null };
