import { z } from 'zod';

/** Where a proposal came from when a stranger's document is behind it. */
export const Source = z.strictObject({ kind: z.string().max(40), documentId: z.string().max(200) });

/** Which engine, prompt and rules wrote it, so that each card can say so. */
export const MadeBy = z.strictObject({
  engine: z.string().max(80),
  prompt: z.string().max(120).nullable(),
  rules: z.string().max(120),
});
