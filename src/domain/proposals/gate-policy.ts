import type { Policy } from '../policies.ts';

/** The part of the policy that proposing, deciding and executing read. */
export type GatePolicy = Pick<
  Policy,
  | 'autoApprovedKinds'
  | 'twoPersonKinds'
  | 'twoPersonAboveMicros'
  | 'proposalLifetimeHours'
  | 'undoSeconds'
  | 'rejectionMemoryDays'
  | 'caps'
  | 'economics'
  | 'inbox'
>;
