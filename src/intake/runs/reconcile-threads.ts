import { listThreadProposals } from '../../../db/queries/runs/list-thread-proposals.ts';
import { listThreadsWithOpenProposals } from '../../../db/queries/runs/list-threads-with-open-proposals.ts';
import { setThreadStatus } from '../../../db/queries/runs/set-thread-status.ts';
import type { RunDeps } from './run-deps.ts';
import { readThread, runThread } from './run-thread.ts';
import { threadEvent } from './thread-event.ts';
import { workItem } from './work-item.ts';

const THREADS_AT_ONCE = 500;

/**
 * Puts threads back to sleep that were ended behind our back while a proposal of theirs is undecided: "mark as
 * resolved" in an inbox ends a thread without telling the graph, an undo may come after the end, and a restored
 * database may lack checkpoints. The proposals' rows are the authority; the thread follows them.
 *
 * @returns how many threads were put back.
 */
export async function reconcileThreads(deps: RunDeps): Promise<number> {
  let putBack = 0;
  for (const thread of await listThreadsWithOpenProposals(deps.app, THREADS_AT_ONCE)) {
    if (deps.stopping.aborted) break;
    const { thread_id: threadId } = thread;
    if ((await readThread(deps, threadId)).state === 'asleep') continue;
    const event = await threadEvent(deps, thread);
    const proposalIds = await listThreadProposals(deps.app, threadId);
    await setThreadStatus(deps.app, { threadId, status: 'working' });
    await workItem(deps, threadId, () => runThread(deps, { threadId, event, proposalIds, wake: false }));
    putBack += 1;
  }
  return putBack;
}
