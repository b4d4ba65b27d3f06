import { z } from 'zod';
import { EFFECT_KINDS } from '../src/domain/proposals/effect.ts';

/** What a proposing tool answers: one entry for each wish it made. */
export const Proposed = z.object({
  proposals: z
    .array(
      z.object({
        /** The proposal that now stands for the wish; null when it was dropped. */
        proposalId: z.uuid().nullable(),
        kind: z.enum(EFFECT_KINDS),
        state: z.enum(['inserted', 'unchanged', 'superseded_previous', 'dropped']),
        /** Why it was dropped, one sentence; null otherwise. */
        reason: z.string().nullable(),
      }),
    )
    .max(20),
});
export type Proposed = z.infer<typeof Proposed>;
