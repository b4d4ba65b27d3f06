import { addThreadProposals } from '../../../db/queries/runs/add-thread-proposals.ts';
import { setThreadStatus } from '../../../db/queries/runs/set-thread-status.ts';
import { toRunError } from '../../domain/runs/run-error.ts';
import { isLostConnection } from './is-lost-connection.ts';
import type { RunDeps } from './run-deps.ts';
import type { ThreadResult } from './run-thread.ts';

/**
 * Lets one thread do what it has to do, and writes down where it stands then.
 *
 * A failure of the thread is its own: it is written down and nobody else is held up. A thread that has ended leaves
 * no checkpoints behind.
 *
 * @param seenDecisionId - the newest decision known before it went.
 * @throws when the database went away: then nothing is known to be wrong with the thread, and it is tried again later.
 */
export async function workItem(
  deps: RunDeps,
  threadId: string,
  go: () => Promise<ThreadResult>,
  seenDecisionId = 0n,
): Promise<'waiting' | 'done' | 'failed'> {
  try {
    const { isAsleep, proposalIds } = await go();
    await addThreadProposals(deps.app, threadId, proposalIds);
    await deps.steps.flush();
    const status = isAsleep ? 'waiting' : 'done';
    if (!isAsleep) await deps.checkpointer.deleteThread(threadId);
    await setThreadStatus(deps.app, { threadId, status, seenDecisionId });
    return status;
  } catch (error) {
    if (isLostConnection(error)) throw error;
    deps.log.warn({ threadId, err: error }, 'a work item failed');
    await deps.steps.flush();
    await deps.checkpointer.deleteThread(threadId);
    await setThreadStatus(deps.app, { threadId, status: 'failed', error: toRunError(error) });
    return 'failed';
  }
}
