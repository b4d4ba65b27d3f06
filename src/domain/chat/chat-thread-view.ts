import { z } from 'zod';
import { ChatChoice, Citation, ToolStep } from './chat-event.ts';

/** A conversation in a list. */
export const ChatThreadView = z
  .strictObject({
    id: z.uuid(),
    title: z.string(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    messages: z.int(),
  })
  .meta({ id: 'ChatThread' });
export type ChatThreadView = z.infer<typeof ChatThreadView>;

/** One thing said. What an agent said comes with what it did for it. */
export const ChatMessageView = z
  .strictObject({
    seq: z.int(),
    role: z.enum(['person', 'agent']),
    text: z.string(),
    plan: z.array(z.string()),
    tools: z.array(ToolStep),
    citations: z.array(Citation),
    choices: z.array(ChatChoice),
    madeBy: z.strictObject({ engine: z.string(), prompt: z.string().nullable() }).nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'ChatMessage' });
export type ChatMessageView = z.infer<typeof ChatMessageView>;

/** A conversation with its last messages, oldest first. */
export const ChatThreadDetail = z
  .strictObject({ ...ChatThreadView.shape, items: z.array(ChatMessageView) })
  .meta({ id: 'ChatThreadDetail' });
export type ChatThreadDetail = z.infer<typeof ChatThreadDetail>;
