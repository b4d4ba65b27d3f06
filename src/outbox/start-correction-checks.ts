import { type PollLoop, startPollLoop } from '../../db/poll-loop.ts';
import { type CheckContext, checkCorrections } from './check-corrections.ts';
import { pollJobs } from './poll-jobs.ts';

const PAUSE_MS = 5_000;

/**
 * Asks networks about the jobs they made of what they took, and reads it again once those have ended, a few seconds
 * later and then now and again, until it is stopped.
 */
export function startCorrectionChecks(context: CheckContext): PollLoop {
  return startPollLoop({
    pauseMs: PAUSE_MS,
    turn: async () => {
      await pollJobs(context);
      await checkCorrections(context);
      return false;
    },
    onError: (error) => context.log.error({ err: error }, 'the check of corrections failed and will go on'),
  });
}
