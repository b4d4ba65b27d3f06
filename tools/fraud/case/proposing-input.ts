import { z } from 'zod';
import type { ArgumentClass } from '../../define-tool.ts';

/** What every proposing tool of the fraud agent takes: whom, as of when, and words. Never a figure. */
export const proposingInput = {
  partnerId: z.string().min(1).max(200),
  asOf: z.iso
    .datetime()
    .describe('The moment the figures are about; the same as when the evidence was collected.'),
  title: z.string().min(1).max(240),
  summary: z.string().min(1).max(1_800),
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
export const proposingArguments = {
  partnerId: 'REF',
  asOf: 'NUM',
  title: 'TEXT',
  summary: 'TEXT',
  note: 'TEXT',
  answers: 'REF',
  madeBy: 'CTRL',
} as const satisfies Record<keyof typeof proposingInput, ArgumentClass>;

const ProposingInput = z.strictObject(proposingInput);
export type ProposingInput = z.output<typeof ProposingInput>;
