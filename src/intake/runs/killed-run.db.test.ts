import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findRun } from '../../../db/queries/runs/find-run.ts';
import { reconcileThreads } from './reconcile-threads.ts';
import { requestRun } from './request-run.ts';
import { createRunWorld, type RunWorld } from './testing/run-world.ts';
import { workRun } from './work-run.ts';

const PARTNERS = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
const CHILD = join(import.meta.dirname, 'testing', 'work-in-child.ts');
let world: RunWorld;

beforeAll(async () => {
  world = await createRunWorld(PARTNERS);
});
afterAll(() => world.database.drop());

/** Works on the run in a process of its own, and kills that at the n-th tool call of the kind named. */
async function workUntilKilled(runId: string, tool: string, calls: number): Promise<void> {
  const child = spawn(process.execPath, [CHILD, world.database.url, runId, PARTNERS.join(',')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    expect(line).toMatch(/^fraud_/);
    if (line === tool) seen += 1;
    if (seen === calls) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  // Instead of waiting until the dead process's silence is noticed.
  await world.query("update run set heartbeat_at = now() - interval '1 minute'");
}

it('has exactly one proposal for each partner and kind, however often its process was killed', async () => {
  const { app } = world.database.pools;
  const runId = await requestRun(app, { workflow: 'fraud', cause: 'person', requestedBy: 'anna' });
  await workUntilKilled(runId, 'fraud_score_partners', 1);
  await workUntilKilled(runId, 'fraud_propose_block', 1);
  await workUntilKilled(runId, 'fraud_propose_warning', 2);
  await workUntilKilled(runId, 'fraud_collect_evidence', 2);

  const deps = world.process({ flagged: PARTNERS });
  expect(await workRun(deps, runId)).toBe('worked');

  const rows = await world.query(
    'select partner_id, kind, count(*)::int as count, min(status) as status from proposal group by 1, 2 order by 1, 2',
  );
  expect(rows).toEqual(
    PARTNERS.flatMap((partner_id) =>
      ['partner.block', 'partner.warn'].map((kind) => ({ partner_id, kind, count: 1, status: 'pending' })),
    ),
  );
  expect(await findRun(app, runId)).toMatchObject({
    status: 'succeeded',
    proposals: 12,
    counts: { inserted: 12, failed: 0 },
    failures: [],
  });

  const asleep = await world.query("select from work_thread where status = 'waiting'");
  expect(asleep).toHaveLength(PARTNERS.length);
  expect(await world.query('select from work_thread_proposal')).toHaveLength(12);
  expect(await reconcileThreads(deps)).toBe(0);
});
