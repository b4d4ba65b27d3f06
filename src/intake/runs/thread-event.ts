import { findProgrammeCurrency } from '../../../db/queries/runs/find-programme-currency.ts';
import type { ThreadRow } from '../../../db/queries/runs/thread-row.ts';
import type { WorkEvent } from '../../../graphs/work-event.ts';
import { Refusal } from '../../domain/errors.ts';
import type { RunDeps } from './run-deps.ts';

/**
 * What a run, or one of its threads, is about. The moment of the figures is the run's start, so that whoever resumes
 * it computes the same.
 *
 * @param item - null for the run as a whole.
 * @throws {Refusal} `programme_missing`.
 */
export async function threadEvent(
  deps: RunDeps,
  {
    workflow,
    run_id: runId,
    item,
    started_at: startedAt,
  }: Pick<ThreadRow, 'workflow' | 'run_id' | 'started_at'> & { item: string | null },
): Promise<WorkEvent> {
  const programmeCurrency = await findProgrammeCurrency(deps.app);
  if (programmeCurrency === null) {
    throw new Refusal('programme_missing', 'There is no programme yet: load the demo, or import your data.');
  }
  return { workflow, runId, item, asOf: startedAt.toISOString(), programmeCurrency };
}
