import type { Standing } from '../db/queries/runs/find-standing.ts';

/** Whether a person's comment on a proposal still waits for a revision by this thread. */
export const isSentBack = (
  row: Standing,
  { answered }: { readonly answered: readonly string[] },
): row is Standing & { respond_comment: string } =>
  row.respond_comment !== null && !answered.includes(row.proposal_id);
