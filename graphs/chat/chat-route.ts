import assert from 'node:assert';
import type { z } from 'zod';
import type { Agent } from '../../agents/define-agent.ts';
import type { ChatEvent } from '../../src/domain/chat/chat-event.ts';
import type { ChatIntent } from '../../src/domain/chat/chat-intent.ts';
import type { Tool } from '../../tools/define-tool.ts';
import { capabilitiesOf, isDangerous, type NodeUses } from '../capabilities.ts';
import type { Answering, ChatDeps, ChatTurn } from './chat-turn.ts';

/** A turn under way, for one route. */
export interface Desk {
  readonly deps: ChatDeps;
  readonly turn: ChatTurn;
  /** Found by our own look-up; null on routes that need none. */
  readonly partnerId: string | null;
  /** Calls one of the route's own tools, and tells so before and after. */
  call<Input extends z.ZodObject, Output extends z.ZodType>(
    tool: Tool<Input, Output>,
    input: z.input<Input>,
    rowsOf?: (output: z.output<Output>) => number,
  ): AsyncGenerator<ChatEvent, z.output<Output>>;
}

/** How one intent is answered. */
export interface ChatRoute extends NodeUses {
  readonly intent: ChatIntent;
  /** Whether a partner is looked up first, by another node than this. */
  readonly needs: 'partner' | null;
  /** What will be done, for the person to read. */
  readonly steps: readonly string[];
  /** What to say to get here, for a button. */
  readonly example: string;
  answer(desk: Desk): Answering;
}

/** A route that would bring strangers' words, private data and a change together stops the start. */
export function defineChatRoute(
  route: Omit<ChatRoute, 'name' | 'agent'> & { readonly agent?: Agent },
): ChatRoute {
  const whole = { agent: null, ...route, name: route.intent.replaceAll('_', '-') };
  assert(
    !isDangerous(capabilitiesOf(whole)),
    `${whole.name} reads strangers, sees private data and proposes`,
  );
  return Object.freeze(whole);
}
