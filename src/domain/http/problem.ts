import { z } from 'zod';

/** One thing that is wrong with a request: where (a JSON pointer, or the query's parameter) and what is right. */
export const ProblemIssue = z.strictObject({ pointer: z.string(), detail: z.string() });

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
    /** A sentence for a person. */
    detail: z.string(),
    /** Stands in the log beside what happened. */
    requestId: z.string(),
    errors: z.array(ProblemIssue).optional(),
    decidedBy: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
