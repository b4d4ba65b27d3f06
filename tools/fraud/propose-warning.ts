import { z } from 'zod';
import { defineTool } from '../define-tool.ts';
import { Proposed } from '../proposed.ts';
import { letterArguments, letterFields } from '../proposing-fields.ts';
import { caseEvidence } from './case/case-evidence.ts';
import { openCase } from './case/open-case.ts';
import { proposingArguments, proposingInput } from './case/proposing-input.ts';
import { notAskedFor, putWish } from './case/put-wish.ts';
import { suspectOrders } from './case/suspect-orders.ts';

export const proposeWarning = defineTool({
  name: 'fraud_propose_warning',
  description:
    'Propose a letter to a partner whose verdict is watch or hold: the figures, a request to explain, how to appeal. A person decides.',
  effect: 'proposes',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject({
    ...proposingInput,
    ...letterFields,
  }),
  arguments: { ...proposingArguments, ...letterArguments },
  output: Proposed,
  limits: { seconds: 60 },

  async run(input, context) {
    const { subject, body, ...words } = input;
    const fraudCase = await openCase(context, input.partnerId, input.asOf);
    if (!fraudCase.kinds.includes('partner.warn')) return notAskedFor('partner.warn', fraudCase);
    const { partnerId, network } = fraudCase.partner;
    const wish = {
      effect: { kind: 'partner.warn', partnerId, network, subject, body },
      titleEnd: '',
      evidence: [...caseEvidence(fraudCase), ...suspectOrders(fraudCase)],
      lines: [],
    } as const;
    return { proposals: [await putWish(wish, fraudCase, words, context)] };
  },
});
