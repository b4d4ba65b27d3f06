import type pg from 'pg';
import { isPaused } from '../../db/queries/control/is-paused.ts';
import { dueProposals } from '../../db/queries/outbox/due-proposals.ts';
import { type ExecutorContext, execute } from './execute.ts';

export interface Executed {
  readonly executed: number;
  readonly needsPerson: number;
  /** Proposals whose execution broke off unexpectedly; they stay approved and are tried again. */
  readonly failed: readonly { readonly proposalId: string; readonly error: unknown }[];
  /** True when as many were due as were asked for, so that more may be. */
  readonly mayHaveMore: boolean;
}

const DUE_A_TURN = 100;

/** Executes what is approved and past its undo window, each in its own transaction; nothing while paused. */
export async function executeDue(
  pool: pg.Pool,
  { now, policy, limit = DUE_A_TURN }: ExecutorContext & { readonly limit?: number },
): Promise<Executed> {
  const due = (await isPaused(pool)) ? [] : await dueProposals(pool, now, limit);
  const failed: { proposalId: string; error: unknown }[] = [];
  let executed = 0;
  let needsPerson = 0;
  for (const proposalId of due) {
    try {
      const outcome = await execute(pool, proposalId, { now, policy });
      if (outcome === 'executed') executed += 1;
      if (outcome === 'needs_person') needsPerson += 1;
    } catch (error) {
      // One that breaks off must not hold up the others.
      failed.push({ proposalId, error });
    }
  }
  return { executed, needsPerson, failed, mayHaveMore: due.length === limit && failed.length < limit };
}
