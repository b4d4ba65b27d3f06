import { z } from 'zod';

/** A person's comment that a proposal answers. */
export const answerFields = {
  note: z
    .string()
    .min(1)
    .max(4_000)
    .nullable()
    .describe('A comment of a person that this answers, else null.'),
  answers: z.uuid().nullable().describe('The proposal that a person sent back and this revises, else null.'),
};
export const answerArguments = { note: 'TEXT', answers: 'REF' } as const;

/** Who worded it. */
export const madeByField = {
  madeBy: z.strictObject({
    engine: z.string().min(1).max(80),
    prompt: z.string().min(1).max(120).nullable(),
  }),
};
export const madeByArgument = { madeBy: 'CTRL' } as const;

/** The words of a card in the queue. */
export const cardFields = { title: z.string().min(1).max(240), summary: z.string().min(1).max(1_800) };
export const cardArguments = { title: 'TEXT', summary: 'TEXT' } as const;

/** A letter, worded from figures or by a person. */
export const letterFields = { subject: z.string().min(1).max(200), body: z.string().min(1).max(8_000) };
export const letterArguments = { subject: 'TEXT', body: 'TEXT' } as const;
