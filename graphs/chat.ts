import type { ChatEvent } from '../src/domain/chat/chat-event.ts';
import type { ChatIntent, ChatReading } from '../src/domain/chat/chat-intent.ts';
import { answerIntent } from './chat/answer-intent.ts';
import { CHAT_ROUTES } from './chat/chat-routes.ts';
import type { Answering, ChatDeps, ChatReply, ChatTurn } from './chat/chat-turn.ts';
import { bestPartner } from './chat/find-partner.ts';
import { intentOf } from './chat/intent-of.ts';
import { answerByModel } from './chat/model-turn.ts';

export type { ChatDeps, ChatReply, ChatTurn };

const CHOICES_MAX = 3;
/** Likeness from which on a name stands in the message for sure. */
const NAMED_FROM = 0.8;

/**
 * Answers one message: what it wants, then the one route for it, which looks with its own tools and says what it found.
 *
 * The embedded engine goes first. A language model, where there is one, plans what the embedded engine is unsure of;
 * when it fails, the embedded engine's answer stands.
 */
export async function* converse(deps: ChatDeps, turn: ChatTurn): Answering {
  const reading = await deps.read(turn.message);
  let intent = intentOf(turn.message, reading, turn.memory, turn.slots);
  if (intent === null || intent === 'programme_status') {
    intent = (yield* intentByName(deps, turn, reading)) ?? intent;
  }
  if (deps.plan !== null && (intent === null || intent === 'needs_model')) {
    const reply = yield* answerByModel(deps, deps.plan, turn);
    if (reply !== null) return reply;
  }
  // To say what needs a model is never wrong: it says what does not, too.
  if (intent === null && reading.intent === 'needs_model') intent = 'needs_model';
  if (intent === null) return yield* askWhatIsMeant(reading.likely);
  return yield* answerIntent(deps, turn, intent, turn.message);
}

/** A message that names a partner for sure is about that partner, even when its other words are unclear. */
async function* intentByName(
  deps: ChatDeps,
  turn: ChatTurn,
  { likely }: ChatReading,
): AsyncGenerator<ChatEvent, ChatIntent | null> {
  const best = yield* bestPartner(deps, turn, turn.message);
  if (best === null || best.likeness < NAMED_FROM) return null;
  return likely.find((intent) => CHAT_ROUTES[intent].needs === 'partner') ?? 'partner_status';
}

async function* askWhatIsMeant(likely: readonly ChatIntent[]): AsyncGenerator<ChatEvent, ChatReply> {
  yield {
    event: 'ask',
    data: {
      question: 'I am not sure what you want. Is it one of these? Otherwise say it in other words.',
      slot: 'intent',
      choices: [...new Set([...likely.slice(0, CHOICES_MAX), 'help' as const])].map((intent) => ({
        label: CHAT_ROUTES[intent].example,
        message: CHAT_ROUTES[intent].example,
      })),
    },
  };
  return { text: '', citations: [], memory: {} };
}
