import { z } from 'zod';
import type { ArgumentClass } from '../../define-tool.ts';

/** What every proposing tool of reconciliation takes: which case, and words. Never a figure. */
export const returnInput = {
  caseKey: z.string().min(3).max(200).describe('Network and partner, as the run found them.'),
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
export const returnArguments = {
  caseKey: 'REF',
  title: 'TEXT',
  summary: 'TEXT',
  note: 'TEXT',
  answers: 'REF',
  madeBy: 'CTRL',
} as const satisfies Record<keyof typeof returnInput, ArgumentClass>;

const ReturnInput = z.strictObject(returnInput);
export type ReturnInput = z.output<typeof ReturnInput>;
