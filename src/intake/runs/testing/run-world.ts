import { type ClonedDatabase, cloneDatabase } from '../../../../db/testing/clone-database.ts';
import type { RunSettings } from '../create-run-deps.ts';
import type { RunDeps } from '../run-deps.ts';
import type { FakeTools } from './fake-tools.ts';
import { testProcess } from './test-process.ts';

export interface RunWorld {
  readonly database: ClonedDatabase;
  /** A process that works on this database; several may be made. */
  process(tools: FakeTools, overrides?: Partial<RunSettings>): RunDeps;
  query(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Ends every connection but one, as a restart of the server would. */
  breakConnections(): Promise<void>;
  /** Forgets all runs, proposals and checkpoints. */
  clear(): Promise<void>;
}

/** A programme with a few partners, and processes that work on it with fraud tools of the test's making. */
export async function createRunWorld(partnerIds: readonly string[]): Promise<RunWorld> {
  const database = await cloneDatabase({ max: 8 });
  const { app } = database.pools;
  await app.query("insert into programme (name, currency) values ('Test', 'GBP')");
  await app.query(
    "insert into partner (partner_id, name, network) select id, 'Partner ' || id, 'awin' from unnest($1::text[]) id",
    [partnerIds],
  );
  return {
    database,
    process: (tools, overrides = {}) => testProcess(database, tools, overrides),
    query: async (text, values) => (await app.query(text, values)).rows,
    breakConnections: async () => {
      await app.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
    },
    clear: async () => {
      await app.query('truncate run, run_step, work_thread, proposal, decision, outbox cascade');
      await app.query(
        'truncate langgraph.checkpoints, langgraph.checkpoint_blobs, langgraph.checkpoint_writes',
      );
    },
  };
}
