import { END, START, StateGraph } from '@langchain/langgraph';
import { awaitDecision } from './await-decision.ts';
import { bindNode } from './define-node.ts';
import { followUpAt } from './follow-up-at.ts';
import type { GraphDeps } from './graph-deps.ts';
import { collectEvidenceNode } from './reconciliation/collect-evidence.ts';
import { findCases } from './reconciliation/find-cases.ts';
import { propose } from './reconciliation/propose.ts';
import { ReconciliationState } from './reconciliation/reconciliation-state.ts';
import { refresh } from './reconciliation/refresh.ts';
import { wordProposals } from './reconciliation/word-proposals.ts';

const followUp = followUpAt('collect-evidence');

/** The nodes of the reconciliation, for the capability matrix. */
export const RECONCILIATION_NODES = [
  refresh,
  findCases,
  collectEvidenceNode,
  wordProposals,
  propose,
  awaitDecision,
  followUp,
] as const;

/**
 * The reconciliation: one thread reckons what came back and finds the accounts concerned; then each partner on each
 * network has a thread of its own, which proposes and sleeps until a person has decided.
 */
export function createReconciliationGraph(deps: GraphDeps) {
  return new StateGraph(ReconciliationState)
    .addNode('refresh', bindNode(refresh, deps))
    .addNode('find-cases', bindNode(findCases, deps))
    .addNode('collect-evidence', bindNode(collectEvidenceNode, deps))
    .addNode('word-proposals', bindNode(wordProposals, deps))
    .addNode('propose', bindNode(propose, deps))
    .addNode('await-decision', bindNode(awaitDecision, deps), { ends: ['await-decision', 'follow-up'] })
    .addNode('follow-up', bindNode(followUp, deps), { ends: ['collect-evidence', END] })
    .addConditionalEdges(START, begin, ['refresh', 'collect-evidence', 'await-decision'])
    .addEdge('refresh', 'find-cases')
    .addEdge('find-cases', END)
    .addEdge('collect-evidence', 'word-proposals')
    .addEdge('word-proposals', 'propose')
    .addEdge('propose', 'await-decision')
    .compile();
}

function begin({
  event,
  proposalIds,
}: ReconciliationState): 'refresh' | 'collect-evidence' | 'await-decision' {
  if (event.item === null) return 'refresh';
  // A thread that was put back has its proposals already.
  return proposalIds.length > 0 ? 'await-decision' : 'collect-evidence';
}
