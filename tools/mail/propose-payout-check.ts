import { z } from 'zod';
import { defineTool } from '../define-tool.ts';
import { Proposed } from '../proposed.ts';
import { letterArguments, letterFields } from '../proposing-fields.ts';
import { mailArguments, mailInput } from './case/mail-input.ts';
import { openMailCase } from './case/open-mail-case.ts';
import { notCalledFor, putMailWish } from './case/put-mail-wish.ts';

const KIND = 'partner.payout-details';

export const proposePayoutCheck = defineTool({
  name: 'mail_propose_payout_check',
  description:
    'Propose a letter to the address on file about a mail that asks to change payout details: nothing is changed by mail. Two people decide.',
  effect: 'proposes',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject({ ...mailInput, ...letterFields }),
  arguments: { ...mailArguments, ...letterArguments },
  output: Proposed,
  limits: { seconds: 60 },

  async run(input, context) {
    const mailCase = await openMailCase(context, input.mailId, input.asOf);
    const { mail, state, plan } = mailCase;
    const { partnerId, addressOnFile } = state;
    if (!plan.checksPayout || partnerId === null || addressOnFile === null) {
      return notCalledFor(KIND, 'This mail calls for no check of payout details.');
    }
    return putMailWish(
      {
        effect: {
          kind: KIND,
          partnerId,
          mailId: mail.mailId,
          to: addressOnFile,
          subject: input.subject,
          body: input.body,
        },
        title: 'Ask at the address on file about a change of payout details',
        summary:
          'A mail asks to pay this partner to another account. The letter goes to the address that we have on file, names no account, and says that payout details are changed with the network alone.',
        evidence: [],
        money: null,
        dedupeKey: `inbox:${KIND}:${partnerId}`,
      },
      mailCase,
      input,
      context,
    );
  },
});
