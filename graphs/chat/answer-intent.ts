import { asksForRate } from '../../src/domain/chat/asks-for-rate.ts';
import type { ChatIntent } from '../../src/domain/chat/chat-intent.ts';
import { CHAT_ROUTES } from './chat-routes.ts';
import type { Answering, ChatDeps, ChatTurn } from './chat-turn.ts';
import { findPartner } from './find-partner.ts';
import { openDesk } from './open-desk.ts';

const NO_RATES =
  'I change no rate from here. A partner’s own mail that asks for one becomes a proposal, with the break-even rate; this is how things stand.';

/**
 * Goes one route: the partner first where one is needed, by a node of its own.
 *
 * Whoever wants a partner's rate changed hears that the chat cannot, and how the partner stands; nothing is proposed in
 * its place.
 */
export async function* answerIntent(
  deps: ChatDeps,
  turn: ChatTurn,
  wanted: ChatIntent,
  partnerWords: string,
): Answering {
  const wantsRate = CHAT_ROUTES[wanted].needs === 'partner' && asksForRate(turn.message);
  const intent = wantsRate ? 'partner_status' : wanted;
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
  const reply = yield* route.answer(openDesk(route, { deps, turn: known, partnerId }));
  return wantsRate ? { ...reply, text: `${NO_RATES}\n${reply.text}` } : reply;
}
