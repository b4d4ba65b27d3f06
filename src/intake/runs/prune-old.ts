import type pg from 'pg';
import type { Queryable } from '../../../db/client.ts';
import { appendAudit } from '../../../db/queries/audit/append-audit.ts';
import { pruneBodies } from '../../../db/queries/retention/prune-bodies.ts';
import { pruneCaptures } from '../../../db/queries/retention/prune-captures.ts';
import { pruneRunSteps } from '../../../db/queries/retention/prune-run-steps.ts';
import { pruneWorkThreads } from '../../../db/queries/retention/prune-work-threads.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { RetentionPolicy } from '../../domain/retention/retention-policy.ts';

const DAY_MS = 86_400_000;
const ROWS_AT_ONCE = 5_000;
/** What is left after so many goes waits for the next day. */
const GOES_MAX = 200;

export interface Pruned {
  readonly runSteps: number;
  readonly workThreads: number;
  readonly captures: number;
  readonly bodies: number;
}

/**
 * Removes what the policy keeps no longer, some rows at a time, each go a transaction of its own; the audit log says how
 * much. A body goes after its last capture.
 */
export async function pruneOld(
  pool: pg.Pool,
  { now, policy, stopping }: { now: Date; policy: RetentionPolicy; stopping: AbortSignal },
): Promise<Pruned> {
  const before = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  const all = async (
    prune: (db: Queryable, before: Date, limit: number) => Promise<number>,
    days: number,
  ): Promise<number> => {
    let gone = 0;
    for (let go = 0; go < GOES_MAX && !stopping.aborted; go += 1) {
      const count = await prune(pool, before(days), ROWS_AT_ONCE);
      gone += count;
      if (count < ROWS_AT_ONCE) break;
    }
    return gone;
  };
  const pruned: Pruned = {
    runSteps: await all(pruneRunSteps, policy.runStepsDays),
    workThreads: await all(pruneWorkThreads, policy.workThreadsDays),
    captures: await all(pruneCaptures, policy.webCapturesDays),
    bodies: await all(pruneBodies, policy.webCapturesDays),
  };
  if (Object.values(pruned).some((count) => count > 0)) {
    await inTransaction(pool, (transaction) =>
      appendAudit(transaction, {
        at: now,
        actor: 'system',
        action: 'retention.pruned',
        subject: 'retention',
        facts: { ...pruned },
      }),
    );
  }
  return pruned;
}
