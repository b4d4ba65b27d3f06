import { z } from 'zod';

/**
 * An error as RFC 9457 has it. `code` is stable and says the same as `type`; further members are facts of the case,
 * such as `decidedBy` when somebody else decided first.
 */
export const Problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.string(),
    /** A sentence for a person: what is wrong, and what is right. */
    detail: z.string(),
    /** Stands in the log beside what happened. */
    requestId: z.string(),
    decidedBy: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
