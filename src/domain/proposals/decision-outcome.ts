import { z } from 'zod';
import { ProposalStatus } from './status.ts';

/** What became of a proposal by one decision. */
export const DecisionOutcome = z.strictObject({
  proposalId: z.uuid(),
  status: ProposalStatus,
  approvalsNeeded: z.union([z.literal(1), z.literal(2)]),
  /** Approvals that count after this decision. */
  approvals: z.int().min(0),
  /** Until when it can be taken back; null when it cannot. */
  undoUntil: z.iso.datetime().nullable(),
  /** Under which name it was recorded. */
  decidedBy: z.string(),
});
export type DecisionOutcome = z.infer<typeof DecisionOutcome>;
