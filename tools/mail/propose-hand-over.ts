import { z } from 'zod';
import { defineTool } from '../define-tool.ts';
import { Proposed } from '../proposed.ts';
import { handOverWords } from './case/card-words.ts';
import { mailArguments, mailInput } from './case/mail-input.ts';
import { openMailCase } from './case/open-mail-case.ts';
import { answerKey, notCalledFor, putMailWish } from './case/put-mail-wish.ts';

const KIND = 'mail.hand-over';

export const proposeHandOver = defineTool({
  name: 'mail_propose_hand_over',
  description:
    'Give a mail to a person, at the desk that it belongs to, with everything known about it. Nothing leaves the house.',
  effect: 'proposes',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject(mailInput),
  arguments: mailArguments,
  output: Proposed,
  limits: { seconds: 60 },

  async run(input, context) {
    const mailCase = await openMailCase(context, input.mailId, input.asOf);
    const { mail, state, plan } = mailCase;
    if (plan.answer !== 'hand-over') return notCalledFor(KIND, 'This mail needs no person by itself.');
    return putMailWish(
      {
        effect: {
          kind: KIND,
          partnerId: state.partnerId,
          mailId: mail.mailId,
          desk: plan.desk,
          reasons: [...plan.reasons],
        },
        ...handOverWords(mailCase),
        evidence: [],
        money: null,
        dedupeKey: answerKey(mail.mailId),
      },
      mailCase,
      input,
      context,
    );
  },
});
