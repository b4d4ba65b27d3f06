import { z } from 'zod';
import { EFFECT_KINDS } from '../src/domain/proposals/effect.ts';

/** What every thread that proposes remembers until its proposals are decided. */
export const waitingFields = {
  /** The proposals this thread answers for. */
  proposalIds: z.array(z.uuid()).default(() => []),
  /** Proposals sent back whose answer has been tried: each gets one. */
  answered: z.array(z.uuid()).default(() => []),
  /** Why the last answer to this thread could not be used; shown when it asks again. */
  remark: z
    .string()
    .nullable()
    .default(() => null),
};

/** A proposal that a person sent back with a comment. */
export const Revision = z.strictObject({
  proposalId: z.uuid(),
  kind: z.enum(EFFECT_KINDS),
  comment: z.string(),
});
export type Revision = z.infer<typeof Revision>;

/** The revision a thread is at work on; null while there is none. */
export const revisionField = { revision: Revision.nullable().default(() => null) };

const MadeBy = z.strictObject({ engine: z.string(), prompt: z.string().nullable() });
export type MadeBy = z.infer<typeof MadeBy>;

/** What is worded, and by whom. Words and figures of the evidence stay in the proposals. */
export const wordedFields = {
  /** Figures to be worded. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).default(() => ({})),
  /** Who read the stranger's words, or, once there are words of ours, who wrote them. */
  madeBy: MadeBy.nullable().default(() => null),
};
