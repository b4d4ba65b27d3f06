import { z } from 'zod';
import { defineTool } from '../define-tool.ts';
import { Proposed } from '../proposed.ts';
import { caseEvidence } from './case/case-evidence.ts';
import { openCase } from './case/open-case.ts';
import { proposingArguments, proposingInput } from './case/proposing-input.ts';
import { notAskedFor, putWish } from './case/put-wish.ts';
import { suspectOrders } from './case/suspect-orders.ts';

export const proposeBlock = defineTool({
  name: 'fraud_propose_block',
  description:
    'Propose to stop attribution for a partner whose verdict is decline, or for the one sub-ID that the suspect orders come from. A person decides.',
  effect: 'proposes',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject(proposingInput),
  arguments: proposingArguments,
  output: Proposed,
  limits: { seconds: 60 },

  async run(input, context) {
    const fraudCase = await openCase(context, input.partnerId, input.asOf);
    if (!fraudCase.kinds.includes('partner.block')) return notAskedFor('partner.block', fraudCase);
    const { partner, subId } = fraudCase;
    const wish = {
      effect: { kind: 'partner.block', partnerId: partner.partnerId, network: partner.network, subId },
      titleEnd: subId === null ? '' : ' (one sub-ID only)',
      evidence: [...caseEvidence(fraudCase), ...suspectOrders(fraudCase)],
      lines: [],
    } as const;
    return { proposals: [await putWish(wish, fraudCase, input, context)] };
  },
});
