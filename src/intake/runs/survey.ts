import { recordSurvey } from '../../../db/queries/runs/record-survey.ts';
import { assertWorkflow, STEPS_MAX } from '../../../graphs/orchestrator.ts';
import type { WorkEvent } from '../../../graphs/work-event.ts';
import type { RunDeps } from './run-deps.ts';

/**
 * Lets the workflow find its work items, and writes them down once.
 *
 * Finding them changes nothing, so a survey that died is made again from its beginning.
 */
export async function survey(deps: RunDeps, event: WorkEvent): Promise<void> {
  const threadId = `${event.runId}:survey`;
  await deps.checkpointer.deleteThread(threadId);
  const { items, counts } = await deps.orchestrator.invoke(
    { event },
    {
      configurable: { thread_id: threadId },
      recursionLimit: STEPS_MAX[assertWorkflow(event.workflow)],
      durability: 'exit',
    },
  );
  await deps.steps.flush();
  await recordSurvey(deps.app, { runId: event.runId, items, counts, now: deps.now() });
  await deps.checkpointer.deleteThread(threadId);
}
