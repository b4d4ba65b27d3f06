import { z } from 'zod';
import { DecisionRequest } from './decision-request.ts';
import { Problem } from './problem.ts';

/** Decisions in one request: what still fits into 100 kB with a short comment each. */
export const BULK_DECISIONS_MAX = 400;

/** Several decisions at once, each bound to its own hash: there is no "approve all". */
export const BulkDecisionsRequest = z.strictObject({
  decisions: z
    .array(DecisionRequest.extend({ id: z.uuid() }))
    .min(1)
    .max(BULK_DECISIONS_MAX),
});
export type BulkDecisionsRequest = z.infer<typeof BulkDecisionsRequest>;

/** What became of each, in the order they were sent: one that fails does not hold up the others. */
export function bulkDecisionsAnswer<Outcome extends z.ZodType>(outcome: Outcome) {
  return z.strictObject({
    items: z.array(
      z.discriminatedUnion('ok', [
        z.strictObject({ id: z.uuid(), ok: z.literal(true), outcome }),
        z.strictObject({ id: z.uuid(), ok: z.literal(false), problem: Problem }),
      ]),
    ),
  });
}
