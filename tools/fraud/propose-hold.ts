import { z } from 'zod';
import { defineTool } from '../define-tool.ts';
import { Proposed } from '../proposed.ts';
import { proposeLines } from './case/propose-lines.ts';
import { proposingArguments, proposingInput } from './case/proposing-input.ts';

/** Which orders and how much is worked out here from the conversions, never handed in. */
export const proposeHold = defineTool({
  name: 'fraud_propose_hold',
  description:
    'Propose to hold the unpaid commission of one partner whose verdict is hold or decline: one proposal for each network and currency. A person decides.',
  effect: 'proposes',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject(proposingInput),
  arguments: proposingArguments,
  output: Proposed,
  limits: { seconds: 60 },
  run: (input, context) => proposeLines('commission.hold', input, context),
});
