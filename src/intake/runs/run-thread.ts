import { Command, isInterrupted } from '@langchain/langgraph';
import { assertWorkflow, STEPS_MAX } from '../../../graphs/orchestrator.ts';
import { WOKEN } from '../../../graphs/woken.ts';
import type { WorkEvent } from '../../../graphs/work-event.ts';
import type { RunDeps } from './run-deps.ts';

export interface ThreadResult {
  /** It waits for a decision. */
  readonly isAsleep: boolean;
  /** The proposals it answers for. */
  readonly proposalIds: readonly string[];
}

/** Checkpoints are written when a thread falls asleep or ends: a life in between is short, and doing it again is harmless. */
const DURABILITY = 'exit';

export interface ThreadToRun {
  readonly threadId: string;
  readonly event: WorkEvent;
  /** Proposals it has from an earlier life; should its checkpoints be gone, it begins by waiting for them. */
  readonly proposalIds: readonly string[];
  /** Wake it if it sleeps: something was decided. */
  readonly wake: boolean;
}

/**
 * Lets a thread of the graph run until it sleeps or ends.
 *
 * One that died on its way goes on from its last checkpoint, else from its beginning. One that sleeps is left alone
 * unless it is to be woken; one that has ended is left alone unless it has proposals to wait for.
 */
export async function runThread(deps: RunDeps, thread: ThreadToRun): Promise<ThreadResult> {
  const { threadId, event, proposalIds, wake } = thread;
  const { state, result } = await readThread(deps, threadId);
  switch (state) {
    case 'asleep':
      return wake ? go(deps, threadId, event, new Command({ resume: WOKEN })) : result;
    case 'unfinished':
      return go(deps, threadId, event, null);
    case 'ended':
      if (proposalIds.length === 0) return result;
      await deps.checkpointer.deleteThread(threadId);
      return go(deps, threadId, event, { event, proposalIds: [...proposalIds] });
    case 'new':
      return go(deps, threadId, event, { event, proposalIds: [...proposalIds] });
    default:
      return state satisfies never;
  }
}

export interface SavedThread {
  readonly state: 'new' | 'unfinished' | 'asleep' | 'ended';
  readonly result: ThreadResult;
}

/** How the checkpointer knows a thread. */
export async function readThread(deps: RunDeps, threadId: string): Promise<SavedThread> {
  const snapshot = await deps.orchestrator.getState(configOf(threadId), { subgraphs: true });
  const [task] = snapshot.tasks;
  const isAsleep = (task?.interrupts.length ?? 0) > 0;
  const inner = task?.state && 'values' in task.state ? task.state.values : {};
  // While a workflow sleeps, what it knows has not come up to the orchestrator yet.
  const proposalIds: string[] = { ...snapshot.values, ...inner }.proposalIds ?? [];
  const result = { isAsleep, proposalIds };
  if (isAsleep) return { state: 'asleep', result };
  if (snapshot.next.length > 0) return { state: 'unfinished', result };
  return { state: snapshot.createdAt === undefined ? 'new' : 'ended', result };
}

async function go(
  deps: RunDeps,
  threadId: string,
  event: WorkEvent,
  input: Parameters<RunDeps['orchestrator']['invoke']>[0],
): Promise<ThreadResult> {
  const answer = await deps.orchestrator.invoke(input, {
    ...configOf(threadId),
    recursionLimit: STEPS_MAX[assertWorkflow(event.workflow)],
    durability: DURABILITY,
  });
  if (isInterrupted(answer)) return (await readThread(deps, threadId)).result;
  return { isAsleep: false, proposalIds: answer.proposalIds };
}

const configOf = (threadId: string) => ({ configurable: { thread_id: threadId } });
