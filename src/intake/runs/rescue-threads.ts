import { listThreadProposals } from '../../../db/queries/runs/list-thread-proposals.ts';
import { takeStaleThreads } from '../../../db/queries/runs/take-stale-threads.ts';
import type { RunDeps } from './run-deps.ts';
import { runThread } from './run-thread.ts';
import { threadEvent } from './thread-event.ts';
import { workItem } from './work-item.ts';

/** Longer than a thread works at one go; with the pause between two looks, under a minute. */
const STALE_AFTER_SECONDS = 40;

/** Lets threads go on that some process woke and never brought to rest. @returns how many. */
export async function rescueThreads(deps: RunDeps): Promise<number> {
  const threads = await takeStaleThreads(deps.app, STALE_AFTER_SECONDS);
  for (const thread of threads) {
    const event = await threadEvent(deps, thread);
    const { thread_id: threadId } = thread;
    const proposalIds = await listThreadProposals(deps.app, threadId);
    await workItem(deps, threadId, () => runThread(deps, { threadId, event, proposalIds, wake: false }));
  }
  return threads.length;
}
