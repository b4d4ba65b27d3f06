import type { PgBoss } from 'pg-boss';
import { listRunsToForward } from '../../../db/queries/runs/list-runs-to-forward.ts';
import { markForwarded } from '../../../db/queries/runs/mark-forwarded.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { WORKFLOWS } from '../../../graphs/orchestrator.ts';
import { runQueue } from './queues.ts';
import type { RunDeps } from './run-deps.ts';

/**
 * Hands waiting runs to the job queue. Whoever asks for a run (a door, a command, the clock) only writes its row.
 *
 * Job and note are written together, so that a run has its job exactly once.
 */
export async function forwardRuns({ app }: Pick<RunDeps, 'app'>, boss: PgBoss): Promise<void> {
  await inTransaction(app, async (transaction) => {
    const db = {
      executeSql: (text: string, values?: unknown[]) => transaction.query(text, values),
    };
    for (const { run_id: runId, workflow } of await listRunsToForward(transaction, WORKFLOWS)) {
      await boss.send(runQueue(workflow), { runId }, { db });
      await markForwarded(transaction, runId);
    }
  });
}
