import type { ChatEvent } from '../../src/domain/chat/chat-event.ts';
import type { ChatIntent } from '../../src/domain/chat/chat-intent.ts';
import { visibleText } from '../../src/domain/text/visible-text.ts';
import { findPartners } from '../../tools/partners/find.ts';
import type { NodeUses } from '../capabilities.ts';
import type { ChatDeps, ChatTurn } from './chat-turn.ts';
import { openDesk } from './open-desk.ts';

/** Names nearer than this to the best one could be meant as well. */
const CLEAR_BY = 0.06;
const NAME_LENGTH_MAX = 80;

/** The node that reads strangers' names to find an id; the nodes after it get the id alone. */
export const FIND_PARTNER: NodeUses = { name: 'find-partner', tools: [findPartners], agent: null };

/** Found, or a question was asked. */
export type Found = { readonly partnerId: string } | { readonly asked: ChatIntent };

/**
 * Which partner a message is about: the one named, else the one spoken of last, else whoever the person names next.
 *
 * @param words - where a name may stand; mostly the whole message.
 */
export async function* findPartner(
  deps: ChatDeps,
  turn: ChatTurn,
  intent: ChatIntent,
  words: string,
): AsyncGenerator<ChatEvent, Found> {
  const desk = openDesk(FIND_PARTNER, { deps, turn, partnerId: null });
  const { candidates } = yield* desk.call(findPartners, { words }, (output) => output.candidates.length);
  const [best, second] = candidates;
  if (best) {
    const isClear =
      !second ||
      second.likeness < best.likeness - CLEAR_BY ||
      best.name.toLowerCase().includes(second.name.toLowerCase());
    if (isClear) return { partnerId: best.partnerId };
  } else if (turn.memory.partnerId !== null) {
    return { partnerId: turn.memory.partnerId };
  }
  yield {
    event: 'ask',
    data: {
      question: best
        ? 'Which of these partners do you mean?'
        : 'Which partner do you mean? Its name, id, website or e-mail address will do.',
      slot: 'partner',
      choices: candidates.map(({ partnerId, name, type, network }) => ({
        label: `${visibleText(name, NAME_LENGTH_MAX)} (${visibleText(type, 40)}, ${visibleText(network, 40)})`,
        message: `partner ${partnerId}`.slice(0, 300),
      })),
    },
  };
  return { asked: intent };
}

/** The partner that some words are most like, without asking back; null when none is like them. */
export async function* bestPartner(
  deps: ChatDeps,
  turn: ChatTurn,
  words: string,
): AsyncGenerator<ChatEvent, { readonly partnerId: string; readonly likeness: number } | null> {
  const desk = openDesk(FIND_PARTNER, { deps, turn, partnerId: null });
  const { candidates } = yield* desk.call(findPartners, { words }, (output) => output.candidates.length);
  return candidates[0] ?? null;
}
