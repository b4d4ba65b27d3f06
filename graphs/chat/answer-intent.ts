import type { ChatIntent } from '../../src/domain/chat/chat-intent.ts';
import { CHAT_ROUTES } from './chat-routes.ts';
import type { Answering, ChatDeps, ChatTurn } from './chat-turn.ts';
import { findPartner } from './find-partner.ts';
import { openDesk } from './open-desk.ts';

/** Goes one route: the partner first where one is needed, by a node of its own. */
export async function* answerIntent(
  deps: ChatDeps,
  turn: ChatTurn,
  intent: ChatIntent,
  partnerWords: string,
): Answering {
  const route = CHAT_ROUTES[intent];
  yield { event: 'plan', data: { steps: [...route.steps] } };
  let { partnerId } = turn.memory;
  if (route.needs === 'partner') {
    const found = yield* findPartner(deps, turn, intent, partnerWords);
    if ('asked' in found) {
      return { text: '', citations: [], memory: { asked: { intent: found.asked, slot: 'partner' } } };
    }
    partnerId = found.partnerId;
  }
  const known = { ...turn, memory: { ...turn.memory, partnerId } };
  return yield* route.answer(openDesk(route, { deps, turn: known, partnerId }));
}
