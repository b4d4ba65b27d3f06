import { z } from 'zod';
import { takenCodes } from '../../db/queries/coupons/taken-codes.ts';
import { nextCode } from '../../src/domain/leaks/next-code.ts';
import { defineTool } from '../define-tool.ts';
import { Proposed } from '../proposed.ts';
import { leakArguments, leakInput } from './case/leak-input.ts';
import { putLeakWish } from './case/put-leak-wish.ts';

export const proposeReissue = defineTool({
  name: 'coupons_propose_reissue',
  description:
    'Propose to end an owner’s code that leaked and to set up another with the same terms. A person decides.',
  effect: 'proposes',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject(leakInput),
  arguments: leakArguments,
  output: Proposed,
  limits: { seconds: 60 },

  run: (input, context) =>
    putLeakWish('code.reissue', input, context, async ({ facts }, ground) => {
      if (facts.ownerPartnerId === null) return null;
      const taken = await takenCodes(context.db);
      return {
        kind: 'code.reissue',
        partnerId: facts.ownerPartnerId,
        ...ground,
        // The same for one code whatever site it leaked to, so that it is ended once.
        newCode: nextCode(ground.code, facts.ownerPartnerId, (code) => taken.has(code)),
      };
    }),
});
