import type pg from 'pg';
import type { WorkerLog } from '../../domain/worker-log.ts';
import type { SyncStream } from './sync-streams.ts';

export interface SyncDeps {
  /** Under the app's role. */
  readonly pool: pg.Pool;
  readonly streams: readonly SyncStream[];
  readonly log: WorkerLog;
  /** Names this process among all. */
  readonly worker: string;
  /** Of applications that networks bring: shorter texts are alike by chance. Left out, the default. */
  readonly duplicateTextCharacters?: number;
  now(): Date;
}
