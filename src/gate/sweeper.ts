import type pg from 'pg';
import { type PollLoop, startPollLoop } from '../../db/poll-loop.ts';
import type { WorkerLog } from '../domain/worker-log.ts';
import { sweep } from './sweep.ts';

const PAUSE_MS = 5_000;

/** Sweeps every few seconds until it is stopped. Any number of processes may. */
export function startSweeper({
  pool,
  now,
  log,
  pauseMs = PAUSE_MS,
}: {
  readonly pool: pg.Pool;
  readonly now: () => Date;
  readonly log: WorkerLog;
  readonly pauseMs?: number;
}): PollLoop {
  return startPollLoop({
    pauseMs,
    turn: async () => {
      const { expired, woken } = await sweep(pool, now());
      if (expired + woken > 0) log.info({ expired, woken }, 'swept the queue');
      return false;
    },
    onError: (error) => log.error({ err: error }, 'the sweep failed and will be repeated'),
  });
}
