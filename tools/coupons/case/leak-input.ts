import { z } from 'zod';
import type { ArgumentClass } from '../../define-tool.ts';

/** What every proposing tool of the coupon watch takes: which case, as of when, and words. Never a figure, a code or a site. */
export const leakInput = {
  caseId: z.uuid(),
  asOf: z.iso.datetime().describe('The moment the figures are about.'),
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
export const leakArguments = {
  caseId: 'REF',
  asOf: 'NUM',
  title: 'TEXT',
  summary: 'TEXT',
  note: 'TEXT',
  answers: 'REF',
  madeBy: 'CTRL',
} as const satisfies Record<keyof typeof leakInput, ArgumentClass>;

const LeakInput = z.strictObject(leakInput);
export type LeakInput = z.output<typeof LeakInput>;
