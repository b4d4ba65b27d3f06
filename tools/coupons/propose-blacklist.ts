import { z } from 'zod';
import { defineTool } from '../define-tool.ts';
import { Proposed } from '../proposed.ts';
import { leakArguments, leakInput } from './case/leak-input.ts';
import { putLeakWish } from './case/put-leak-wish.ts';

export const proposeBlacklist = defineTool({
  name: 'coupons_propose_blacklist',
  description:
    'Propose to credit no order to a site that earned with a leaked code. It takes an existing code, the stored page and an order. A person decides.',
  effect: 'proposes',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject(leakInput),
  arguments: leakArguments,
  output: Proposed,
  limits: { seconds: 60 },

  run: (input, context) =>
    putLeakWish('site.blacklist', input, context, ({ facts, sighting }, ground) =>
      facts.ledgerFact === null
        ? null
        : {
            kind: 'site.blacklist',
            partnerId: facts.sitePartnerId,
            ...ground,
            domain: sighting.publisher,
            ledgerFact: facts.ledgerFact,
          },
    ),
});
