import { z } from 'zod';

/** A row that an answer rests on, with where the page shows it. */
export const Citation = z.strictObject({
  kind: z.enum(['partner', 'proposal', 'run', 'mail', 'page']),
  id: z.string().max(200),
  /** May hold a stranger's name, made visible: shown as text. */
  label: z.string().max(300),
  /** A path of the page. */
  href: z.string().max(400).startsWith('/'),
});
export type Citation = z.infer<typeof Citation>;

/** A button under a question: what stands on it, and what pressing it says. */
export const ChatChoice = z.strictObject({ label: z.string().max(300), message: z.string().max(300) });
export type ChatChoice = z.infer<typeof ChatChoice>;

/** One look or one wish, as the page shows it. */
export const ToolStep = z.strictObject({
  name: z.string().max(80),
  input: z.record(z.string(), z.unknown()),
  state: z.enum(['running', 'done', 'failed']),
  /** Rows that came back; absent until it is done, and where rows cannot be counted. */
  rows: z.int().min(0).optional(),
});
export type ToolStep = z.infer<typeof ToolStep>;

/** What one turn of the chat sends, in order: the event's name, and its data. */
export const ChatEvent = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('plan'),
    data: z.strictObject({ steps: z.array(z.string().max(300)).max(12) }),
  }),
  z.strictObject({ event: z.literal('tool'), data: ToolStep }),
  z.strictObject({
    event: z.literal('progress'),
    /** What is waited for, one sentence; no part of the answer. */
    data: z.strictObject({ message: z.string().max(300) }),
  }),
  z.strictObject({
    event: z.literal('answer'),
    /** `text` is the next piece of the answer; citations come with the last one. */
    data: z.strictObject({ text: z.string().max(8_000), citations: z.array(Citation).max(40) }),
  }),
  z.strictObject({
    event: z.literal('ask'),
    data: z.strictObject({
      question: z.string().max(500),
      /** What is missing: `partner`, `proposal`, `confirm`. */
      slot: z.string().max(40),
      choices: z.array(ChatChoice).max(8),
    }),
  }),
  z.strictObject({
    event: z.literal('error'),
    data: z.strictObject({ code: z.string().max(80), message: z.string().max(1_000) }),
  }),
  z.strictObject({ event: z.literal('done'), data: z.strictObject({ threadId: z.uuid() }) }),
]);
export type ChatEvent = z.infer<typeof ChatEvent>;
