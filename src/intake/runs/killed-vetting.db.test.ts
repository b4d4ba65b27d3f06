import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findRun } from '../../../db/queries/runs/find-run.ts';
import { requestRun } from './request-run.ts';
import { createVettingWorld, goodAccount, type VettingWorld } from './testing/vetting-world.ts';
import { workRun } from './work-run.ts';

const APPLICATIONS = 40;
const CHILD = join(import.meta.dirname, 'testing', 'vet-in-child.ts');
let world: VettingWorld;

beforeAll(async () => {
  world = await createVettingWorld();
});
afterAll(() => world.database.drop());

/** Works on the run in a process of its own, and kills that at the n-th call of the tool named. */
async function workUntilKilled(runId: string, tool: string, calls: number): Promise<void> {
  const child = spawn(process.execPath, [CHILD, world.database.url, runId], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    expect(line).toMatch(/^applications_/);
    if (line === tool) seen += 1;
    if (seen === calls) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  // Instead of waiting until the dead process's silence is noticed.
  await world.database.pools.app.query("update run set heartbeat_at = now() - interval '1 minute'");
}

it('vets each application once and proposes one answer each, however often its process was killed', async () => {
  const { app } = world.database.pools;
  for (let n = 0; n < APPLICATIONS; n += 1) {
    await world.receive(goodAccount(`applicant${n}`, { handle: `${'abcdefghij'[n % 10]}${n}.paper.home` }));
  }
  // Whoever writes a vetting a second time is seen here.
  await app.query(`
    create table vetting_seen (application_id uuid not null);
    create function note_vetting() returns trigger language plpgsql as $$
    begin insert into vetting_seen values (new.application_id); return null; end $$;
    create trigger vetting_noted after update of vetting on application
      for each row when (new.vetting is not null) execute function note_vetting();
  `);
  const runId = await requestRun(app, { workflow: 'vetting', cause: 'person', requestedBy: 'anna' });
  await workUntilKilled(runId, 'applications_read_application', 5);
  await workUntilKilled(runId, 'applications_gather_context', 6);
  await workUntilKilled(runId, 'applications_propose_accept', 7);

  expect(await workRun(world.deps, runId)).toBe('worked');
  expect(await findRun(app, runId)).toMatchObject({
    status: 'succeeded',
    proposals: APPLICATIONS,
    failures: [],
  });
  const { rows } = await app.query(`
    select (select count(*)::int from vetting_seen) as vetted,
           (select count(distinct application_id)::int from vetting_seen) as applications,
           (select count(*)::int from proposal) as proposals,
           (select count(distinct effect ->> 'applicationId')::int from proposal) as answered,
           (select count(*)::int from work_thread where status = 'waiting') as asleep
  `);
  expect(rows).toEqual([
    {
      vetted: APPLICATIONS,
      applications: APPLICATIONS,
      proposals: APPLICATIONS,
      answered: APPLICATIONS,
      asleep: APPLICATIONS,
    },
  ]);
}, 60_000);
