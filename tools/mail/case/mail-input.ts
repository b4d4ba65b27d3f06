import { z } from 'zod';
import type { ArgumentClass } from '../../define-tool.ts';
import { answerArguments, answerFields, madeByArgument, madeByField } from '../../proposing-fields.ts';

/** What every proposing tool of the inbox takes: which mail, as of when, and a person's comment. Never an address or a figure. */
export const mailInput = {
  mailId: z.uuid(),
  asOf: z.iso.datetime().describe('The moment the figures are about.'),
  ...answerFields,
  ...madeByField,
};

/** Where each may come from. */
export const mailArguments = {
  mailId: 'REF',
  asOf: 'NUM',
  ...answerArguments,
  ...madeByArgument,
} as const satisfies Record<keyof typeof mailInput, ArgumentClass>;

const MailInput = z.strictObject(mailInput);
export type MailInput = z.output<typeof MailInput>;
