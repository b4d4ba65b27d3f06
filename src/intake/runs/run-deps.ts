import type { BaseCheckpointSaver } from '@langchain/langgraph-checkpoint';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Orchestrator } from '../../../graphs/orchestrator.ts';
import type { Policy } from '../../domain/policies.ts';
import type { StepLog } from './step-log.ts';

/** What working on runs needs; main builds it once a process, by `createRunDeps`. */
export interface RunDeps {
  /** Under the app's role: runs, threads and checkpoints are its own. */
  readonly app: pg.Pool;
  readonly orchestrator: Orchestrator;
  readonly checkpointer: BaseCheckpointSaver;
  readonly steps: StepLog;
  readonly policy: Policy;
  readonly log: Logger;
  /** Names this process among those that work on one database. */
  readonly worker: string;
  /** Runs that this process is at. A long calculation may keep it from saying so in time. */
  readonly atWork: Set<string>;
  /** Aborted when the process is to end: what is begun is finished, nothing new begins. */
  readonly stopping: AbortSignal;
  now(): Date;
}
