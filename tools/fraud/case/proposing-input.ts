import { z } from 'zod';
import type { ArgumentClass } from '../../define-tool.ts';
import {
  answerArguments,
  answerFields,
  cardArguments,
  cardFields,
  madeByArgument,
  madeByField,
} from '../../proposing-fields.ts';

/** What every proposing tool of the fraud agent takes: whom, as of when, and words. Never a figure. */
export const proposingInput = {
  partnerId: z.string().min(1).max(200),
  asOf: z.iso
    .datetime()
    .describe('The moment the figures are about; the same as when the evidence was collected.'),
  ...cardFields,
  ...answerFields,
  ...madeByField,
};

/** Where each may come from. */
export const proposingArguments = {
  partnerId: 'REF',
  asOf: 'NUM',
  ...cardArguments,
  ...answerArguments,
  ...madeByArgument,
} as const satisfies Record<keyof typeof proposingInput, ArgumentClass>;

const ProposingInput = z.strictObject(proposingInput);
export type ProposingInput = z.output<typeof ProposingInput>;
