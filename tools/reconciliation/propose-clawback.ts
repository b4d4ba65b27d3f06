import { z } from 'zod';
import { defineTool } from '../define-tool.ts';
import { Proposed } from '../proposed.ts';
import { putReturnWishes } from './case/put-return-wishes.ts';
import { returnArguments, returnInput } from './case/return-input.ts';

/** Which orders and how much is worked out here from the kept reconciliation, never handed in. */
export const proposeClawback = defineTool({
  name: 'reconciliation_propose_clawback',
  description:
    'Propose to ask back the commission on orders that came back after the lock, for one partner on one network: one proposal for each currency. A person decides.',
  effect: 'proposes',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject(returnInput),
  arguments: returnArguments,
  output: Proposed,
  limits: { seconds: 60 },
  run: (input, context) => putReturnWishes('commission.clawback', input, context),
});
