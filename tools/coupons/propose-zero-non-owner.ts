import { z } from 'zod';
import { defineTool } from '../define-tool.ts';
import { Proposed } from '../proposed.ts';
import { leakArguments, leakInput } from './case/leak-input.ts';
import { putLeakWish } from './case/put-leak-wish.ts';

export const proposeZeroNonOwner = defineTool({
  name: 'coupons_propose_zero_non_owner',
  description: 'Propose that orders with a leaked code earn commission for its owner only. A person decides.',
  effect: 'proposes',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject(leakInput),
  arguments: leakArguments,
  output: Proposed,
  limits: { seconds: 60 },

  run: (input, context) =>
    putLeakWish('commission.zero-non-owner', input, context, ({ facts }, ground) =>
      facts.ownerPartnerId === null
        ? null
        : { kind: 'commission.zero-non-owner', partnerId: facts.ownerPartnerId, ...ground },
    ),
});
