import type { LanguageEngine } from '../../agents/define-agent.ts';
import type { Queryable } from '../../db/client.ts';
import type { ChatEvent, Citation } from '../../src/domain/chat/chat-event.ts';
import type { ChatIntent, ChatReading } from '../../src/domain/chat/chat-intent.ts';
import type { ChatMemory } from '../../src/domain/chat/chat-memory.ts';
import type { ChatSlots } from '../../src/domain/chat/chat-slots.ts';
import type { Policy } from '../../src/domain/policies.ts';
import type { Principal } from '../../src/domain/principal.ts';
import type { callTool } from '../../tools/call-tool.ts';

/** One step of a plan that a language model made: an intent of the list, with what the person named. */
export interface PlannedLook {
  readonly intent: ChatIntent;
  /** The person's own words for a partner; null for none. */
  readonly partner: string | null;
}

/** Makes the plan for a message that the embedded engine is unsure of. It sees the operator's words and nothing else. */
export type ChatPlanner = (question: {
  readonly message: string;
  /** What may be looked at. */
  readonly intents: readonly ChatIntent[];
  readonly stepsMax: number;
}) => Promise<readonly PlannedLook[]>;

/** What the chat is handed by main. Nothing in here acts: the most that comes of it is a proposal. */
export interface ChatDeps {
  /** Under the agents' role. */
  readonly db: Queryable;
  readonly policy: Policy;
  readonly engine: LanguageEngine;
  readonly callTool: typeof callTool;
  now(): Date;
  /** What a message wants, by the embedded engine. */
  read(message: string): Promise<ChatReading>;
  /** Null without a language model. */
  readonly plan: ChatPlanner | null;
}

/** One message, with everything that is known before it is answered. */
export interface ChatTurn {
  readonly message: string;
  readonly slots: ChatSlots;
  readonly memory: ChatMemory;
  readonly by: Principal;
  /** ISO 4217. */
  readonly programmeCurrency: string;
}

/** What a turn comes to. */
export interface ChatReply {
  /** Empty when a question was asked instead. */
  readonly text: string;
  readonly citations: readonly Citation[];
  /** What differs from before. */
  readonly memory: Partial<ChatMemory>;
  readonly madeBy?: { readonly engine: string; readonly prompt: string | null };
}

/** Events on the way, and the reply at the end. */
export type Answering = AsyncGenerator<ChatEvent, ChatReply>;
