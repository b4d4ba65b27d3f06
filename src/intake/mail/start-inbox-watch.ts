import type pg from 'pg';
import { type PollLoop, startPollLoop } from '../../../db/poll-loop.ts';
import { hasWaitingMail } from '../../../db/queries/mail/has-waiting-mail.ts';
import { Refusal } from '../../domain/errors.ts';
import type { WorkerLog } from '../../domain/worker-log.ts';
import { requestRun } from '../runs/request-run.ts';

const PAUSE_MS = 3_000;

/**
 * Asks for a run of the inbox soon after mail came in, on whatever way, until it is stopped. One run reads all that came
 * by then; what a run could not finish waits for the schedule.
 */
export function startInboxWatch({
  pool,
  log,
  pauseMs = PAUSE_MS,
}: {
  readonly pool: pg.Pool;
  readonly log: WorkerLog;
  readonly pauseMs?: number;
}): PollLoop {
  return startPollLoop({
    pauseMs,
    turn: async () => {
      if (!(await hasWaitingMail(pool))) return false;
      try {
        const runId = await requestRun(pool, { workflow: 'inbox', cause: 'event', requestedBy: 'mail' });
        log.info({ runId }, 'mail came in: a run of the inbox was asked for');
      } catch (error) {
        // It will find this mail too.
        if (!(error instanceof Refusal) || error.code !== 'run_already_going') throw error;
      }
      return false;
    },
    onError: (error) => log.error({ err: error }, 'the watch on the inbox failed and will go on'),
  });
}
