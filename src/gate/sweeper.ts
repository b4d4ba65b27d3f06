import type pg from 'pg';
import { type PollLoop, startPollLoop } from '../../db/poll-loop.ts';
import { pendingOfKinds } from '../../db/queries/proposals/pending-of-kinds.ts';
import type { GatePolicy } from '../domain/proposals/gate-policy.ts';
import { kindsToPass } from '../domain/proposals/may-auto-approve.ts';
import type { WorkerLog } from '../domain/worker-log.ts';
import { approveByPolicy } from './approve-by-policy.ts';
import { sweep } from './sweep.ts';

const PAUSE_MS = 5_000;
const POLICY_APPROVALS_A_TURN = 200;

/**
 * Does every few seconds what needs no person, until it is stopped: expires, wakes, and approves what the policy
 * lets pass. Any number of processes may.
 */
export function startSweeper({
  pool,
  policy,
  now,
  log,
  smtp = false,
  networks = [],
  pauseMs = PAUSE_MS,
}: {
  readonly pool: pg.Pool;
  readonly policy: GatePolicy;
  readonly now: () => Date;
  readonly log: WorkerLog;
  /** Whether letters leave by a mail server. */
  readonly smtp?: boolean;
  /** Networks that corrections really go to. */
  readonly networks?: readonly string[];
  readonly pauseMs?: number;
}): PollLoop {
  return startPollLoop({
    pauseMs,
    turn: async () => {
      const { expired, woken } = await sweep(pool, now());
      const listed = await pendingOfKinds(pool, kindsToPass(policy), POLICY_APPROVALS_A_TURN);
      const { approved } = await approveByPolicy(pool, listed, { now: now(), policy, smtp, networks });
      const done = { expired, woken, approvedByPolicy: approved.length };
      if (expired + woken + approved.length > 0) log.info(done, 'swept the queue');
      return false;
    },
    onError: (error) => log.error({ err: error }, 'the sweep failed and will be repeated'),
  });
}
