import { appendAudit } from '../../db/queries/audit/append-audit.ts';
import type { ClaimedJob } from '../../db/queries/corrections/claim-job.ts';
import { endJob, type JobEnd } from '../../db/queries/corrections/end-job.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { CheckContext } from './check-corrections.ts';

const NAMED_MAX = 20;

/** Writes down how a job ended, with its record in the audit; nothing when another asks about it by now. */
export async function closeJob(
  { pool, log, now }: CheckContext,
  claimed: ClaimedJob,
  end: JobEnd,
): Promise<void> {
  const { actionId, proposalId, target, job } = claimed;
  const at = now();
  const isOurs = await inTransaction(pool, async (transaction) => {
    if (!(await endJob(transaction, claimed, end, at))) return false;
    await appendAudit(transaction, {
      at,
      actor: target,
      action: `correction.job_${end.state}`,
      subject: proposalId,
      facts: {
        actionId,
        job,
        polls: claimed.polls,
        errors: end.errors,
        refused: Object.fromEntries(Object.entries(end.refused).slice(0, NAMED_MAX)),
        problem: end.problem,
      },
    });
    return true;
  });
  if (isOurs && end.problem !== null) {
    log.warn(
      { actionId, target, job, state: end.state, errors: end.errors },
      'a network’s job did not end well',
    );
  }
}
