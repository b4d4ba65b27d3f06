import type pg from 'pg';
import { type PollLoop, startPollLoop } from '../../db/poll-loop.ts';
import type { GatePolicy } from '../domain/proposals/gate-policy.ts';
import type { WorkerLog } from '../domain/worker-log.ts';
import { executeDue } from './execute-due.ts';

const PAUSE_MS = 250;

/** Executes due proposals a quarter of a second after their undo window at the latest, until it is stopped. */
export function startExecutor({
  pool,
  policy,
  now,
  log,
  pauseMs = PAUSE_MS,
}: {
  readonly pool: pg.Pool;
  readonly policy: GatePolicy;
  readonly now: () => Date;
  readonly log: WorkerLog;
  readonly pauseMs?: number;
}): PollLoop {
  return startPollLoop({
    pauseMs,
    turn: async () => {
      const { executed, needsPerson, failed, mayHaveMore } = await executeDue(pool, { now: now(), policy });
      for (const { proposalId, error } of failed) {
        log.error(
          { proposalId, err: error },
          'an approved effect could not be executed and will be tried again',
        );
      }
      if (executed + needsPerson > 0) log.info({ executed, needsPerson }, 'executed approved effects');
      return mayHaveMore && failed.length === 0;
    },
    onError: (error) => log.error({ err: error }, 'the executor failed and will go on'),
  });
}
