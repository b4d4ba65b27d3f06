import { END, START, StateGraph } from '@langchain/langgraph';
import { awaitDecision } from './await-decision.ts';
import { bindNode } from './define-node.ts';
import { EarlyLockState } from './early-locks/early-lock-state.ts';
import { findLocks } from './early-locks/find-locks.ts';
import { propose } from './early-locks/propose.ts';
import { followUpAt } from './follow-up-at.ts';
import type { GraphDeps } from './graph-deps.ts';

const followUp = followUpAt('propose');

/** The nodes of the early locks, for the capability matrix. */
export const EARLY_LOCK_NODES = [findLocks, propose, awaitDecision, followUp] as const;

/**
 * What networks lock before the return window ends: the second part of a reconciliation run. Its first thread finds the
 * weeks that are due; then each has a thread of its own, which warns and sleeps until a person has decided.
 */
export function createEarlyLockGraph(deps: GraphDeps) {
  return new StateGraph(EarlyLockState)
    .addNode('find-locks', bindNode(findLocks, deps))
    .addNode('propose', bindNode(propose, deps))
    .addNode('await-decision', bindNode(awaitDecision, deps), { ends: ['await-decision', 'follow-up'] })
    .addNode('follow-up', bindNode(followUp, deps), { ends: ['propose', END] })
    .addConditionalEdges(START, begin, ['find-locks', 'propose', 'await-decision'])
    .addEdge('find-locks', END)
    .addEdge('propose', 'await-decision')
    .compile();
}

function begin({ event, proposalIds }: EarlyLockState): 'find-locks' | 'propose' | 'await-decision' {
  if (event.item === null) return 'find-locks';
  // A thread that was put back has its proposals already.
  return proposalIds.length > 0 ? 'await-decision' : 'propose';
}
