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

/** What every proposing tool of the coupon watch takes: which case, as of when, and words. Never a figure, a code or a site. */
export const leakInput = {
  caseId: z.uuid(),
  asOf: z.iso.datetime().describe('The moment the figures are about.'),
  ...cardFields,
  ...answerFields,
  ...madeByField,
};

/** Where each may come from. */
export const leakArguments = {
  caseId: 'REF',
  asOf: 'NUM',
  ...cardArguments,
  ...answerArguments,
  ...madeByArgument,
} as const satisfies Record<keyof typeof leakInput, ArgumentClass>;

const LeakInput = z.strictObject(leakInput);
export type LeakInput = z.output<typeof LeakInput>;
