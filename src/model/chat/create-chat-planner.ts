import { z } from 'zod';
import { CHAT_INTENTS, type ChatIntent } from '../../domain/chat/chat-intent.ts';
import { type Asking, ask } from '../asking.ts';

const MEANINGS: Readonly<Record<ChatIntent, string>> = {
  partner_status: 'figures, holds, blocks, proposals and verdict of one partner',
  partner_why: 'why one partner was flagged, held or blocked',
  proposals_waiting: 'what waits for a decision',
  proposal_explain: 'why one proposal was made',
  list_leaks: 'leaked coupon codes',
  last_run: 'what the last autonomous runs did',
  deliveries: 'what was delivered or sent lately',
  mails_waiting: 'which mail waits for a person',
  pause: '',
  resume: '',
  hold_partner: '',
  agreement: 'how often people agree with the agents',
  programme_status: 'how the programme as a whole stands',
  help: '',
  needs_model: '',
};

interface Question {
  readonly message: string;
  readonly intents: readonly ChatIntent[];
  readonly stepsMax: number;
}

/**
 * Has a language model plan which looks answer a person's message. It sees that message and the list of looks, and nothing
 * that a stranger wrote; it calls nothing.
 *
 * @returns a function that throws a `model_…` refusal when the model fails.
 */
export function createChatPlanner(asking: Asking) {
  return async ({ message, intents, stepsMax }: Question) => {
    const Plan = z.strictObject({
      steps: z
        .array(
          z.strictObject({
            intent: z.enum(CHAT_INTENTS),
            partner: z.string().max(200).nullable(),
          }),
        )
        .max(stepsMax),
    });
    const { answer } = await ask(asking, {
      prompt: 'chat@1',
      about: 'plan',
      system: [
        'You plan how the question of an affiliate manager is answered. You answer nothing yourself.',
        `Choose at most ${stepsMax} looks, in order; none when no look helps. The looks:`,
        ...intents.map((intent) => `${intent}: ${MEANINGS[intent]}`),
        'partner: the words of the message that name a partner, copied exactly; null when there are none.',
      ].join('\n'),
      user: JSON.stringify({ message }),
      answer: Plan,
    });
    return answer.steps;
  };
}
