import { chat } from '../../agents/chat.ts';
import type { ChatEvent, Citation } from '../../src/domain/chat/chat-event.ts';
import { CHAT_INTENTS, type ChatIntent } from '../../src/domain/chat/chat-intent.ts';
import { Refusal } from '../../src/domain/errors.ts';
import { answerIntent } from './answer-intent.ts';
import type { ChatDeps, ChatPlanner, ChatReply, ChatTurn, PlannedLook } from './chat-turn.ts';
import { createPatience, type Patience } from './patience.ts';

/** What a model's plan may hold: looking. Wishes and the kill switch are for the person's own clear words. */
const NEVER_PLANNED: readonly ChatIntent[] = ['hold_partner', 'pause', 'resume', 'help', 'needs_model'];
const LOOKS = CHAT_INTENTS.filter((intent) => !NEVER_PLANNED.includes(intent));

/**
 * Answers by a plan of a language model, fixed before anything is read: each step is one of our own looks, and what they
 * found goes to one last call that has no tools. Partners' names never reach the model; it gets ids.
 *
 * @returns null when the model fails, takes too long or plans nothing: the embedded engine answers.
 */
export async function* answerByModel(
  deps: ChatDeps,
  plan: ChatPlanner,
  turn: ChatTurn,
): AsyncGenerator<ChatEvent, ChatReply | null> {
  const wait = createPatience(deps.policy.model);
  const looks = yield* planned(plan, turn.message, wait);
  if (looks.length === 0) return null;
  const replies: ChatReply[] = [];
  for (const { intent, partner } of looks) {
    const reply = yield* answerIntent(deps, turn, intent, partner ?? turn.message);
    if (reply.text === '') return reply;
    replies.push(reply);
  }
  return yield* worded(deps, turn, replies, wait);
}

async function* planned(
  plan: ChatPlanner,
  message: string,
  wait: Patience,
): AsyncGenerator<ChatEvent, PlannedLook[]> {
  const { stepsMax } = chat.limits;
  try {
    const made = yield* wait(plan({ message, intents: LOOKS, stepsMax }));
    return (made?.value ?? [])
      .filter(({ intent }) => LOOKS.includes(intent))
      .slice(0, stepsMax)
      .map(({ intent, partner }) => ({
        intent,
        // Only the person's own words name a partner.
        partner: partner !== null && partner.trim() !== '' && message.includes(partner) ? partner : null,
      }));
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

async function* worded(
  deps: ChatDeps,
  turn: ChatTurn,
  replies: readonly ChatReply[],
  wait: Patience,
): AsyncGenerator<ChatEvent, ChatReply> {
  const plain = replies.map(({ text }) => text).join('\n\n');
  const citations = replies.flatMap((reply) => reply.citations);
  const memory = Object.assign({}, ...replies.map((reply) => reply.memory)) as ChatReply['memory'];
  const partners = citations.filter(({ kind }) => kind === 'partner');
  try {
    const facts = { question: turn.message, found: withIds(plain, partners) };
    const wording = yield* wait(chat.word(deps.engine, 'answer', facts));
    if (wording === null) return { text: plain, citations, memory };
    const { words, madeBy } = wording.value;
    // The embedded engine has no words of its own: what was found stands as it is.
    if (madeBy.engine.startsWith('embedded')) return { text: plain, citations, memory };
    return { text: withNames(words.text, partners), citations, memory, madeBy };
  } catch (error) {
    if (error instanceof Refusal) return { text: plain, citations, memory };
    throw error;
  }
}

const idOf = ({ id }: Citation): string => `partner ${id}`;
const withIds = (text: string, partners: readonly Citation[]): string =>
  partners.reduce((known, partner) => known.replaceAll(partner.label, () => idOf(partner)), text);
const withNames = (text: string, partners: readonly Citation[]): string =>
  partners.reduce((known, partner) => known.replaceAll(idOf(partner), () => partner.label), text);
