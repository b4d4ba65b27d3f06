import type { OpenDatabase } from '../cli/context.ts';
import { sandboxNetwork } from '../connectors/sandbox/write.ts';
import { startExecutor } from '../executor/executor-worker.ts';
import { startSweeper } from '../gate/sweeper.ts';
import { startLearning } from '../intake/precedents/learn-precedents.ts';
import type { RunDeps } from '../intake/runs/run-deps.ts';
import { startScheduler } from '../intake/runs/start-scheduler.ts';
import { startOutboxWorker } from '../outbox/outbox-worker.ts';
import { precedentsOf } from './precedents-of.ts';
import { processName } from './process-name.ts';
import type { Surroundings } from './run-deps-of.ts';

/**
 * Everything that happens without a request: schedules and runs, execution, delivery, expiry. Any number of processes
 * may do this on one database.
 *
 * The sandbox network is the only target in this release; what it receives is labelled simulated.
 */
export async function startWorkers(
  database: OpenDatabase,
  runDeps: RunDeps,
  { policy, log, now }: Surroundings,
): Promise<{ stop(): Promise<void> }> {
  const { app: pool } = database.pools;
  const executor = startExecutor({ pool, policy, now, log });
  const sweeper = startSweeper({ pool, policy, now, log });
  const outbox = startOutboxWorker({ pool, targets: [sandboxNetwork(pool)], instance: processName(), log });
  const scheduler = await startScheduler({ ...runDeps, databaseUrl: database.url, sweeps: [] });
  const learning = startLearning(await precedentsOf(database), { now, log });
  return {
    // The outbox last: what was executed meanwhile still finds it.
    async stop() {
      await Promise.all([scheduler.stop(), learning.stop(), executor.stop(), sweeper.stop()]);
      await outbox.stop();
    },
  };
}
