import { type PollLoop, startPollLoop } from '../../db/poll-loop.ts';
import { type CheckContext, checkCorrections } from './check-corrections.ts';

const PAUSE_MS = 5_000;

/** Reads again what networks took, a few seconds after they did and then now and again, until it is stopped. */
export function startCorrectionChecks(context: CheckContext): PollLoop {
  return startPollLoop({
    pauseMs: PAUSE_MS,
    turn: async () => {
      await checkCorrections(context);
      return false;
    },
    onError: (error) => context.log.error({ err: error }, 'the check of corrections failed and will go on'),
  });
}
