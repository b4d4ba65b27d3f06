import { END, START, StateGraph } from '@langchain/langgraph';
import { awaitDecision } from './await-decision.ts';
import { CouponState } from './coupon-watch/coupon-state.ts';
import { findSightings } from './coupon-watch/find-sightings.ts';
import { judge } from './coupon-watch/judge.ts';
import { propose } from './coupon-watch/propose.ts';
import { watchSources } from './coupon-watch/watch-sources.ts';
import { wordProposals } from './coupon-watch/word-proposals.ts';
import { bindNode } from './define-node.ts';
import { followUpAt } from './follow-up-at.ts';
import type { GraphDeps } from './graph-deps.ts';

const followUp = followUpAt('judge');

/** The nodes of the coupon watch, for the capability matrix. */
export const COUPON_NODES = [
  watchSources,
  findSightings,
  judge,
  wordProposals,
  propose,
  awaitDecision,
  followUp,
] as const;

/**
 * The coupon watch: one thread looks at the sources that are due; then each sighting of a code of ours has a thread of its
 * own, which judges it by our own records, proposes, and sleeps until a person has decided.
 */
export function createCouponWatchGraph(deps: GraphDeps) {
  return new StateGraph(CouponState)
    .addNode('watch-sources', bindNode(watchSources, deps))
    .addNode('find-sightings', bindNode(findSightings, deps))
    .addNode('judge', bindNode(judge, deps))
    .addNode('word-proposals', bindNode(wordProposals, deps))
    .addNode('propose', bindNode(propose, deps))
    .addNode('await-decision', bindNode(awaitDecision, deps), { ends: ['await-decision', 'follow-up'] })
    .addNode('follow-up', bindNode(followUp, deps), { ends: ['judge', END] })
    .addConditionalEdges(START, begin, ['watch-sources', 'judge', 'await-decision'])
    .addEdge('watch-sources', 'find-sightings')
    .addEdge('find-sightings', END)
    .addEdge('judge', 'word-proposals')
    .addEdge('word-proposals', 'propose')
    .addEdge('propose', 'await-decision')
    .compile();
}

function begin({ event, proposalIds }: CouponState): 'watch-sources' | 'judge' | 'await-decision' {
  if (event.item === null) return 'watch-sources';
  // A thread that was put back has its proposals already.
  return proposalIds.length > 0 ? 'await-decision' : 'judge';
}
