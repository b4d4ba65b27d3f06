import { z } from 'zod';
import { findLetterPartner } from '../../db/queries/coupons/find-letter-partner.ts';
import { defineTool } from '../define-tool.ts';
import { Proposed } from '../proposed.ts';
import { letterArguments, letterFields } from '../proposing-fields.ts';
import { leakArguments, leakInput } from './case/leak-input.ts';
import { putLeakWish } from './case/put-leak-wish.ts';

export const proposeOffboard = defineTool({
  name: 'coupons_propose_offboard',
  description:
    'Propose to end the partnership with an owner whose codes leaked again and again, with a notice. Never for Tier 1. Two people decide.',
  effect: 'proposes',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject({
    ...leakInput,
    ...letterFields,
  }),
  arguments: { ...leakArguments, ...letterArguments },
  output: Proposed,
  limits: { seconds: 60 },

  run({ subject, body, ...input }, context) {
    return putLeakWish('partner.offboard', input, context, async ({ plan, facts }, ground) => {
      const partner = plan.letterTo === null ? null : await findLetterPartner(context.db, plan.letterTo);
      if (partner === null || partner.key_account) return null;
      const { partner_id: partnerId, network } = partner;
      return {
        kind: 'partner.offboard',
        partnerId,
        network,
        ...ground,
        leaks: facts.earlierLeaks + 1,
        subject,
        body,
      };
    });
  },
});
