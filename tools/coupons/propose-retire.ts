import { z } from 'zod';
import { defineTool } from '../define-tool.ts';
import { Proposed } from '../proposed.ts';
import { leakArguments, leakInput } from './case/leak-input.ts';
import { putLeakWish } from './case/put-leak-wish.ts';

export const proposeRetire = defineTool({
  name: 'coupons_propose_retire',
  description: 'Propose to end a code that leaked. A person decides.',
  effect: 'proposes',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject(leakInput),
  arguments: leakArguments,
  output: Proposed,
  limits: { seconds: 60 },

  run: (input, context) =>
    putLeakWish('code.retire', input, context, ({ facts }, ground) => ({
      kind: 'code.retire',
      partnerId: facts.ownerPartnerId,
      ...ground,
    })),
});
