import { END, START, StateGraph, StateSchema } from '@langchain/langgraph';
import type { BaseCheckpointSaver } from '@langchain/langgraph-checkpoint';
import { z } from 'zod';
import { couponWatch } from '../agents/coupon-watch.ts';
import { fraud } from '../agents/fraud.ts';
import { inbox } from '../agents/inbox.ts';
import { reconciliation } from '../agents/reconciliation.ts';
import { vetting } from '../agents/vetting.ts';
import { Refusal } from '../src/domain/errors.ts';
import { isLockKey } from '../src/domain/networks/locks/lock-key.ts';
import { createCouponWatchGraph } from './coupon-watch.ts';
import { createEarlyLockGraph } from './early-locks.ts';
import { createFraudGraph } from './fraud.ts';
import type { GraphDeps } from './graph-deps.ts';
import { createInboxGraph } from './inbox.ts';
import { createReconciliationGraph } from './reconciliation.ts';
import { createVettingGraph } from './vetting.ts';
import { WorkEvent } from './work-event.ts';

/** What every workflow shares with the orchestrator; the rest is its own affair. */
export const OrchestratorState = new StateSchema({
  event: WorkEvent,
  items: z.array(z.string()).default(() => []),
  counts: z.record(z.string(), z.number()).default(() => ({})),
  proposalIds: z.array(z.uuid()).default(() => []),
});

/** Every workflow that exists; a run of any other is refused. */
export const WORKFLOWS = ['fraud', 'inbox', 'vetting', 'coupon-watch', 'reconciliation'] as const;
export type Workflow = (typeof WORKFLOWS)[number];

/** Nodes a thread may run in one go before it counts as going round in circles. */
export const STEPS_MAX: Readonly<Record<Workflow, number>> = {
  fraud: fraud.limits.stepsMax,
  inbox: inbox.limits.stepsMax,
  vetting: vetting.limits.stepsMax,
  'coupon-watch': couponWatch.limits.stepsMax,
  reconciliation: reconciliation.limits.stepsMax,
};

/** What a workflow hands some of its work items to. */
const EARLY_LOCKS = 'early-locks';

/** Routes an event to its workflow. Each run, and each work item of a run, is a thread of this one graph. */
export function createOrchestrator(deps: GraphDeps, checkpointer: BaseCheckpointSaver) {
  return (
    new StateGraph(OrchestratorState)
      .addNode('fraud', createFraudGraph(deps))
      .addNode('inbox', createInboxGraph(deps))
      .addNode('vetting', createVettingGraph(deps))
      .addNode('coupon-watch', createCouponWatchGraph(deps))
      .addNode('reconciliation', createReconciliationGraph(deps))
      .addNode(EARLY_LOCKS, createEarlyLockGraph(deps))
      .addConditionalEdges(START, ({ event }) => partOf(event), [...WORKFLOWS, EARLY_LOCKS])
      .addEdge('fraud', END)
      .addEdge('inbox', END)
      .addEdge('vetting', END)
      .addEdge('coupon-watch', END)
      // What networks lock too early is read from what the reconciliation just reckoned.
      .addConditionalEdges('reconciliation', ({ event }) => (event.item === null ? EARLY_LOCKS : END), [
        EARLY_LOCKS,
        END,
      ])
      .addEdge(EARLY_LOCKS, END)
      .compile({ checkpointer, name: 'orchestrator' })
  );
}

export type Orchestrator = ReturnType<typeof createOrchestrator>;

function partOf({ workflow, item }: WorkEvent): Workflow | typeof EARLY_LOCKS {
  const known = assertWorkflow(workflow);
  return known === 'reconciliation' && item !== null && isLockKey(item) ? EARLY_LOCKS : known;
}

/** @throws {Refusal} `workflow_unknown`, naming those that exist. */
export function assertWorkflow(workflow: string): Workflow {
  const known = WORKFLOWS.find((name) => name === workflow);
  if (known) return known;
  throw new Refusal(
    'workflow_unknown',
    `There is no workflow "${workflow.slice(0, 40)}". There is: ${WORKFLOWS.join(', ')}.`,
  );
}
