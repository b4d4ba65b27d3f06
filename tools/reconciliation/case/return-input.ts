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

/** What every proposing tool of reconciliation takes: which case, and words. Never a figure. */
export const returnInput = {
  caseKey: z.string().min(3).max(200).describe('Network and partner, as the run found them.'),
  ...cardFields,
  ...answerFields,
  ...madeByField,
};

/** Where each may come from. */
export const returnArguments = {
  caseKey: 'REF',
  ...cardArguments,
  ...answerArguments,
  ...madeByArgument,
} as const satisfies Record<keyof typeof returnInput, ArgumentClass>;

const ReturnInput = z.strictObject(returnInput);
export type ReturnInput = z.output<typeof ReturnInput>;
