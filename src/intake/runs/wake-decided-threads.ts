import { claimThread } from '../../../db/queries/runs/claim-thread.ts';
import { listThreadProposals } from '../../../db/queries/runs/list-thread-proposals.ts';
import { listThreadsToWake } from '../../../db/queries/runs/list-threads-to-wake.ts';
import type { RunDeps } from './run-deps.ts';
import { runThread } from './run-thread.ts';
import { threadEvent } from './thread-event.ts';
import { workItem } from './work-item.ts';

const THREADS_AT_ONCE = 50;
/** Beyond the undo window, so that an undo under way is over. */
const MARGIN_SECONDS = 2;

/**
 * Wakes the threads whose proposals were decided, or sent back with a comment.
 *
 * Several processes may do so at once: each thread is woken by one of them. A thread whose process dies meanwhile is
 * found by `rescueThreads`.
 *
 * @returns how many were woken by this call.
 */
export async function wakeDecidedThreads(deps: RunDeps): Promise<number> {
  const quietMs = (deps.policy.undoSeconds + MARGIN_SECONDS) * 1_000;
  const threads = await listThreadsToWake(deps.app, {
    settledBefore: new Date(deps.now().getTime() - quietMs),
    limit: THREADS_AT_ONCE,
  });
  let woken = 0;
  for (const thread of threads) {
    if (deps.stopping.aborted) break;
    const { thread_id: threadId, newest_decision_id: seenDecisionId } = thread;
    if (!(await claimThread(deps.app, threadId))) continue;
    const event = await threadEvent(deps, thread);
    const proposalIds = await listThreadProposals(deps.app, threadId);
    const wake = () => runThread(deps, { threadId, event, proposalIds, wake: true });
    await workItem(deps, threadId, wake, seenDecisionId);
    woken += 1;
  }
  return woken;
}
