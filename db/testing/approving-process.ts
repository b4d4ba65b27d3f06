/**
 * A process of its own that approves proposals and carries the effects out, to be killed by tests:
 * `node db/testing/approving-process.ts <ProcessOrder as JSON>`. Says what happens in JSON lines on stdout.
 */
import { writeSync } from 'node:fs';
import { sandboxNetwork } from '../../src/connectors/sandbox/write.ts';
import type { WorkerLog } from '../../src/domain/worker-log.ts';
import { startExecutor } from '../../src/executor/executor-worker.ts';
import { decide } from '../../src/gate/decide.ts';
import { startOutboxWorker } from '../../src/outbox/outbox-worker.ts';
import { createPools } from '../pool.ts';
import { type CrashPoint, crashAt, crashingTarget } from './crash-point.ts';
import { ANNA, POLICY, type Proposed } from './gate-fixture.ts';

export interface ProcessOrder {
  readonly url: string;
  readonly approve: readonly Proposed[];
  readonly undoSeconds: number;
  readonly leaseSeconds: number;
  readonly latencyMs: number;
  readonly crash: CrashPoint | null;
}

export type ProcessLine =
  | { readonly event: 'ready' | 'calling' }
  | { readonly event: 'acknowledged'; readonly proposalId: string }
  | { readonly event: 'log'; readonly sentence: string };

const order: ProcessOrder = JSON.parse(process.argv[2] ?? '');
const say = (line: ProcessLine): void => void writeSync(1, `${JSON.stringify(line)}\n`);
const keep = (_facts: object, sentence: string): void => say({ event: 'log', sentence });
const log: WorkerLog = { info: keep, warn: keep, error: keep };

if (order.crash !== null) crashAt(order.crash);
const pools = createPools(order.url);
const policy = { ...POLICY, undoSeconds: order.undoSeconds };
const now = (): Date => new Date();
const network = crashingTarget(sandboxNetwork(pools.app, { latencyMs: order.latencyMs }), order.crash);

startExecutor({ pool: pools.app, policy, now, log, pauseMs: 20 });
startOutboxWorker({
  pool: pools.app,
  targets: [
    {
      ...network,
      deliver: (delivery, signal) => {
        say({ event: 'calling' });
        return network.deliver(delivery, signal);
      },
    },
  ],
  instance: `child/${process.pid}/${crypto.randomUUID()}`,
  log,
  settings: { leaseSeconds: order.leaseSeconds, pauseMs: 20 },
});
say({ event: 'ready' });

for (const { proposalId, shownHash } of order.approve) {
  await decide(pools.app, { proposalId, shownHash, decision: 'approve' }, ANNA, { now: now(), policy });
  say({ event: 'acknowledged', proposalId });
  if (order.crash === 'in the undo window') process.kill(process.pid, 'SIGKILL');
}
