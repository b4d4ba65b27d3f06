import { z } from 'zod';
import type { ArgumentClass } from '../../define-tool.ts';

/** What every proposing tool of the inbox takes: which mail, as of when, and a person's comment. Never an address or a figure. */
export const mailInput = {
  mailId: z.uuid(),
  asOf: z.iso.datetime().describe('The moment the figures are about.'),
  note: z
    .string()
    .min(1)
    .max(4_000)
    .nullable()
    .describe('A comment of a person that this answers, else null.'),
  answers: z.uuid().nullable().describe('The proposal that a person sent back and this revises, else null.'),
  madeBy: z.strictObject({
    engine: z.string().min(1).max(80),
    prompt: z.string().min(1).max(120).nullable(),
  }),
};

/** Where each may come from. */
export const mailArguments = {
  mailId: 'REF',
  asOf: 'NUM',
  note: 'TEXT',
  answers: 'REF',
  madeBy: 'CTRL',
} as const satisfies Record<keyof typeof mailInput, ArgumentClass>;

/** A letter, worded from figures or by a person. */
export const letterInput = { subject: z.string().min(1).max(200), body: z.string().min(1).max(8_000) };
export const letterArguments = { subject: 'TEXT', body: 'TEXT' } as const;

const MailInput = z.strictObject(mailInput);
export type MailInput = z.output<typeof MailInput>;
