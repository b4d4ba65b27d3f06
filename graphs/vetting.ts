import { END, START, StateGraph } from '@langchain/langgraph';
import { awaitDecision } from './await-decision.ts';
import { bindNode } from './define-node.ts';
import type { GraphDeps } from './graph-deps.ts';
import { findApplications } from './vetting/find-applications.ts';
import { followUp } from './vetting/follow-up.ts';
import { gatherContextNode } from './vetting/gather-context.ts';
import { propose } from './vetting/propose.ts';
import { vet } from './vetting/vet.ts';
import { VettingState } from './vetting/vetting-state.ts';
import { wordLetter } from './vetting/word-letter.ts';

/** The nodes of the vetting workflow, for the capability matrix. */
export const VETTING_NODES = [
  findApplications,
  vet,
  gatherContextNode,
  wordLetter,
  propose,
  awaitDecision,
  followUp,
] as const;

/**
 * Vetting: one thread finds the applications that wait; then each has a thread of its own. Rules read its words; from there
 * on nobody sees them: our figures are looked up, a letter is worded, an answer proposed, and the thread sleeps until a
 * person has decided.
 */
export function createVettingGraph(deps: GraphDeps) {
  return new StateGraph(VettingState)
    .addNode('find-applications', bindNode(findApplications, deps))
    .addNode('vet', bindNode(vet, deps))
    .addNode('gather-context', bindNode(gatherContextNode, deps))
    .addNode('word-letter', bindNode(wordLetter, deps))
    .addNode('propose', bindNode(propose, deps))
    .addNode('await-decision', bindNode(awaitDecision, deps), { ends: ['await-decision', 'follow-up'] })
    .addNode('follow-up', bindNode(followUp, deps), { ends: ['gather-context', END] })
    .addConditionalEdges(START, begin, ['find-applications', 'vet', 'await-decision'])
    .addEdge('find-applications', END)
    .addEdge('vet', 'gather-context')
    .addEdge('gather-context', 'word-letter')
    .addEdge('word-letter', 'propose')
    .addEdge('propose', 'await-decision')
    .compile();
}

function begin({ event, proposalIds }: VettingState): 'find-applications' | 'vet' | 'await-decision' {
  if (event.item === null) return 'find-applications';
  // A thread that was put back has its proposals already.
  return proposalIds.length > 0 ? 'await-decision' : 'vet';
}
