import { z } from 'zod';

/** A decision that a person took on a similar card. */
export const Precedent = z
  .strictObject({
    proposalId: z.uuid(),
    kind: z.string(),
    title: z.string(),
    partnerName: z.string().nullable(),
    decision: z.enum(['approve', 'edit', 'reject', 'respond']),
    by: z.string(),
    at: z.iso.datetime(),
    /** What the person said about it. */
    comment: z.string().nullable(),
    /** The fields that the person changed, with what they became. */
    edits: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable(),
    /** Cosine of the two cases' meanings, in [-1, 1]. */
    similarity: z.number(),
  })
  .meta({ id: 'Precedent' });
export type Precedent = z.infer<typeof Precedent>;
