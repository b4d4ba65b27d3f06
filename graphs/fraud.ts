import { END, START, StateGraph } from '@langchain/langgraph';
import { awaitDecision } from './await-decision.ts';
import { bindNode } from './define-node.ts';
import { followUpAt } from './follow-up-at.ts';
import { collectEvidenceNode } from './fraud/collect-evidence.ts';
import { FraudState } from './fraud/fraud-state.ts';
import { propose } from './fraud/propose.ts';
import { refreshSketches } from './fraud/refresh-sketches.ts';
import { scorePartnersNode } from './fraud/score-partners.ts';
import { wordProposals } from './fraud/word-proposals.ts';
import type { GraphDeps } from './graph-deps.ts';

const followUp = followUpAt('collect-evidence');

/** The nodes of the fraud workflow, for the capability matrix. */
export const FRAUD_NODES = [
  refreshSketches,
  scorePartnersNode,
  collectEvidenceNode,
  wordProposals,
  propose,
  awaitDecision,
  followUp,
] as const;

/**
 * Fraud: one thread scores everybody; then each flagged partner has a thread of its own, which collects the evidence,
 * words it, proposes, and sleeps until a person has decided.
 */
export function createFraudGraph(deps: GraphDeps) {
  return new StateGraph(FraudState)
    .addNode('refresh-sketches', bindNode(refreshSketches, deps))
    .addNode('score-partners', bindNode(scorePartnersNode, deps))
    .addNode('collect-evidence', bindNode(collectEvidenceNode, deps))
    .addNode('word-proposals', bindNode(wordProposals, deps))
    .addNode('propose', bindNode(propose, deps))
    .addNode('await-decision', bindNode(awaitDecision, deps), { ends: ['await-decision', 'follow-up'] })
    .addNode('follow-up', bindNode(followUp, deps), { ends: ['collect-evidence', END] })
    .addConditionalEdges(START, begin, ['refresh-sketches', 'collect-evidence', 'await-decision'])
    .addEdge('refresh-sketches', 'score-partners')
    .addEdge('score-partners', END)
    .addEdge('collect-evidence', 'word-proposals')
    .addEdge('word-proposals', 'propose')
    .addEdge('propose', 'await-decision')
    .compile();
}

function begin({
  event,
  proposalIds,
}: FraudState): 'refresh-sketches' | 'collect-evidence' | 'await-decision' {
  if (event.item === null) return 'refresh-sketches';
  // A thread that was put back has its proposals already.
  return proposalIds.length > 0 ? 'await-decision' : 'collect-evidence';
}
