import { z } from 'zod';
import { defineTool } from '../define-tool.ts';
import { Proposed } from '../proposed.ts';
import { proposeLines } from './case/propose-lines.ts';
import { proposingArguments, proposingInput } from './case/proposing-input.ts';

/** Which orders and how much is worked out here from the conversions, never handed in. */
export const proposeClawback = defineTool({
  name: 'fraud_propose_clawback',
  description:
    'Propose to take back commission already approved or paid on orders that show the sign themselves, for a partner whose verdict is decline: one proposal for each network and currency. A person decides.',
  effect: 'proposes',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject(proposingInput),
  arguments: proposingArguments,
  output: Proposed,
  limits: { seconds: 60 },
  run: (input, context) => proposeLines('commission.clawback', input, context),
});
