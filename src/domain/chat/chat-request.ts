import { z } from 'zod';
import { textIn } from '../http/text-in.ts';

/** Characters one message may have. */
export const MESSAGE_LENGTH_MAX = 2_000;

/** What a person says, and in which thread; without one a new thread begins. */
export const ChatRequest = z.strictObject({
  message: textIn(MESSAGE_LENGTH_MAX).refine((text) => text.trim() !== '', 'a message has words'),
  threadId: z.uuid().optional(),
});
export type ChatRequest = z.infer<typeof ChatRequest>;
