import type { Queryable } from '../../../db/client.ts';
import { type EndedStep, recordSteps } from '../../../db/queries/runs/record-steps.ts';

/** What the graphs did, on its way into the run's history. */
export interface StepLog {
  record(step: EndedStep): void;
  /** Writes what has come together since; what cannot be written now is kept for the next time. */
  flush(): Promise<void>;
}

/**
 * Keeps steps until a work item has come to rest, and writes them together: a commit for each would take longer than
 * the work. What a process that dies had not written is done again by the next one, and noted then.
 */
export function createStepLog(db: Queryable): StepLog {
  let kept: EndedStep[] = [];
  return {
    record: (step) => kept.push(step),
    async flush() {
      const byRun = [...Map.groupBy(kept, ({ runId }) => runId)];
      kept = [];
      try {
        for (let next = byRun[0]; next; next = byRun[0]) {
          await recordSteps(db, ...next);
          byRun.shift();
        }
      } finally {
        kept.unshift(...byRun.flatMap(([, steps]) => steps));
      }
    },
  };
}
