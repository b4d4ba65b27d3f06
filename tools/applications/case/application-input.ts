import { z } from 'zod';
import type { ArgumentClass } from '../../define-tool.ts';
import {
  answerArguments,
  answerFields,
  letterArguments,
  letterFields,
  madeByArgument,
  madeByField,
} from '../../proposing-fields.ts';

/** What every proposing tool of vetting takes: which application, as of when, a letter and a person's comment. Never an address or a figure. */
export const applicationInput = {
  applicationId: z.uuid(),
  asOf: z.iso.datetime().describe('The moment the figures are about.'),
  ...letterFields,
  ...answerFields,
  isPersons: z.boolean().describe('A person decided for this outcome, whatever vetting said.'),
  ...madeByField,
};

/** Where each may come from. */
export const applicationArguments = {
  applicationId: 'REF',
  asOf: 'NUM',
  ...letterArguments,
  ...answerArguments,
  isPersons: 'CTRL',
  ...madeByArgument,
} as const satisfies Record<keyof typeof applicationInput, ArgumentClass>;

const ApplicationInput = z.strictObject(applicationInput);
export type ApplicationInput = z.output<typeof ApplicationInput>;
