import { z } from 'zod';
import { textIn } from './text-in.ts';

const EDITED_FIELDS_MAX = 20;

/** `respond` sends a proposal back with a comment; `snooze` hides it until a moment. */
export const DecisionVerb = z.enum(['approve', 'edit', 'reject', 'respond', 'snooze']);

/** Fields of the effect to change while approving; the gate says which may be and reads them again. */
const Edits = z
  .record(textIn(60), z.union([textIn(8_000), z.number(), z.boolean(), z.null()]))
  .refine((edits) => Object.keys(edits).length <= EDITED_FIELDS_MAX, `at most ${EDITED_FIELDS_MAX} fields`);

/** A person's decision, bound to the hash of exactly what they were shown. */
export const DecisionRequest = z
  .strictObject({
    decision: DecisionVerb,
    shownHash: z.string().regex(/^[0-9a-f]{64}$/, 'the shownHash of the proposal as it was shown'),
    edits: Edits.optional(),
    comment: textIn(4_000).optional(),
    snoozedUntil: z.iso.datetime().optional(),
  })
  .meta({ id: 'DecisionRequest' });
export type DecisionRequest = z.infer<typeof DecisionRequest>;
