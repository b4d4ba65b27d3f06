import { z } from 'zod';
import { findLetterPartner } from '../../db/queries/coupons/find-letter-partner.ts';
import { defineTool } from '../define-tool.ts';
import { Proposed } from '../proposed.ts';
import { letterArguments, letterFields } from '../proposing-fields.ts';
import { leakArguments, leakInput } from './case/leak-input.ts';
import { putLeakWish } from './case/put-leak-wish.ts';

export const proposeWarning = defineTool({
  name: 'coupons_propose_warning',
  description:
    'Propose a letter about a code on a page: to its owner who let it out, or to the partner whose page shows an ended one. A person decides.',
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
    return putLeakWish('partner.warn', input, context, async ({ plan }) => {
      const partner = plan.letterTo === null ? null : await findLetterPartner(context.db, plan.letterTo);
      if (partner === null) return null;
      return { kind: 'partner.warn', partnerId: partner.partner_id, network: partner.network, subject, body };
    });
  },
});
