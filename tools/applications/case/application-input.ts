import { z } from 'zod';
import type { ArgumentClass } from '../../define-tool.ts';

/** What every proposing tool of vetting takes: which application, as of when, a letter and a person's comment. Never an address or a figure. */
export const applicationInput = {
  applicationId: z.uuid(),
  asOf: z.iso.datetime().describe('The moment the figures are about.'),
  subject: z.string().min(1).max(200),
  body: z.string().min(1).max(8_000),
  note: z
    .string()
    .min(1)
    .max(4_000)
    .nullable()
    .describe('A comment of a person that this answers, else null.'),
  answers: z.uuid().nullable().describe('The proposal that a person sent back and this revises, else null.'),
  isPersons: z.boolean().describe('A person decided for this outcome, whatever vetting said.'),
  madeBy: z.strictObject({
    engine: z.string().min(1).max(80),
    prompt: z.string().min(1).max(120).nullable(),
  }),
};

/** Where each may come from. */
export const applicationArguments = {
  applicationId: 'REF',
  asOf: 'NUM',
  subject: 'TEXT',
  body: 'TEXT',
  note: 'TEXT',
  answers: 'REF',
  isPersons: 'CTRL',
  madeBy: 'CTRL',
} as const satisfies Record<keyof typeof applicationInput, ArgumentClass>;

const ApplicationInput = z.strictObject(applicationInput);
export type ApplicationInput = z.output<typeof ApplicationInput>;
