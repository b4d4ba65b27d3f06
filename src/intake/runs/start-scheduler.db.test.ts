import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { findRun } from '../../../db/queries/runs/find-run.ts';
import { listRuns } from '../../../db/queries/runs/list-runs.ts';
import { DEFAULT_POLICY } from '../../domain/policies.ts';
import { requestRun } from './request-run.ts';
import { type SchedulerDeps, startScheduler } from './start-scheduler.ts';
import { createRunWorld, type RunWorld } from './testing/run-world.ts';

const PARTNERS = ['p1', 'p2'];
const OFF = { fraud: { cron: '0 6 * * *', timeZone: 'UTC', enabled: false } };
const EACH_MINUTE = { fraud: { cron: '* * * * *', timeZone: 'Europe/London', enabled: true } };
const PATIENCE = { timeout: 25_000, interval: 100 };

let world: RunWorld;
let running: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  world = await createRunWorld(PARTNERS);
});
afterAll(() => world.database.drop());
beforeEach(async () => {
  await world.clear();
  await world.query('truncate pgboss.schedule, pgboss.job cascade');
  await world.query('update pgboss.version set cron_on = null');
});
afterEach(async () => {
  await Promise.all(running.map((scheduler) => scheduler.stop()));
  running = [];
});

const start = async (
  schedules: typeof OFF,
  { onCall, sweeps = [] }: { onCall?: (tool: string) => void; sweeps?: SchedulerDeps['sweeps'] } = {},
) => {
  const deps = world.process(
    { flagged: PARTNERS, ...(onCall ? { onCall } : {}) },
    { policy: { ...DEFAULT_POLICY, schedules } },
  );
  const scheduler = await startScheduler({ ...deps, databaseUrl: world.database.url, sweeps });
  running.push(scheduler);
  return scheduler;
};
const runs = async () => (await listRuns(world.database.pools.app, { limit: 50, cursor: null })).items;
const request = () =>
  requestRun(world.database.pools.app, { workflow: 'fraud', cause: 'person', requestedBy: 'anna' });
const find = (runId: string) => findRun(world.database.pools.app, runId);

describe('startScheduler', () => {
  it('works on what was asked for, once, though two processes watch', async () => {
    await Promise.all([start(OFF), start(OFF)]);
    const runId = await request();
    await vi.waitFor(async () => expect(await find(runId)).toMatchObject({ status: 'succeeded' }), PATIENCE);
    expect(await find(runId)).toMatchObject({ proposals: 4, counts: { inserted: 4 } });
    const surveys = (await find(runId))?.steps.filter(({ name }) => name === 'score-partners');
    expect(surveys).toHaveLength(1);
  });

  it('answers a due moment with one run, though two processes watch', async () => {
    await Promise.all([start(EACH_MINUTE), start(EACH_MINUTE)]);
    await vi.waitFor(async () => {
      expect((await runs()).map(({ status }) => status)).toContain('succeeded');
    }, PATIENCE);
    const rows = await world.query('select cause, requested_by, due_at from run');
    expect(rows[0]).toMatchObject({ cause: 'schedule', requested_by: 'schedule' });
    expect(new Set(rows.map(({ due_at }) => String(due_at))).size).toBe(rows.length);
  });

  it('catches up once on moments that passed while nothing was running', async () => {
    const hourAgo = new Date(Date.now() - 3_600_000);
    const cron = `${hourAgo.getUTCMinutes()} ${hourAgo.getUTCHours()} * * *`;
    const daily = { fraud: { cron, timeZone: 'UTC', enabled: true } };
    await (await start(daily)).stop();
    expect(await runs()).toEqual([]);
    // As if the last look at the clock had been two days ago.
    await world.query("update pgboss.schedule set created_on = now() - interval '9 days'");
    await world.query("update pgboss.version set cron_on = now() - interval '2 days'");
    await start(daily);
    await vi.waitFor(async () => {
      expect(await runs()).toMatchObject([{ cause: 'catch-up', status: 'succeeded' }]);
    }, PATIENCE);
  });

  it('tries a run again when a try fails, and buries it with the reason when all have', async () => {
    let tries = 0;
    const onCall = (tool: string) => {
      if (tool !== 'fraud_score_partners') return;
      tries += 1;
      throw new Error('no sketches');
    };
    await start(OFF, { onCall });
    await world.query(
      "update pgboss.queue set retry_delay = 0, retry_backoff = false where name = 'run-fraud'",
    );
    const runId = await request();
    await vi.waitFor(async () => expect(await find(runId)).toMatchObject({ status: 'failed' }), PATIENCE);
    expect(await find(runId)).toMatchObject({ error: { message: 'no sketches' }, proposals: 0 });
    expect(tries).toBe(4);
  });

  it('takes up a run whose process died', async () => {
    const runId = await request();
    await world.query(
      "update run set status = 'running', worker = 'dead', heartbeat_at = now() - interval '1 minute', started_at = now(), forwarded_at = now()",
    );
    await start(OFF);
    await vi.waitFor(async () => expect(await find(runId)).toMatchObject({ status: 'succeeded' }), PATIENCE);
    expect(await find(runId)).toMatchObject({ proposals: 4 });
  });

  it('sweeps what it is handed, and goes on when a sweep fails', async () => {
    const good = vi.fn(async () => undefined);
    const bad = vi.fn(async () => Promise.reject(new Error('no')));
    await start(OFF, { sweeps: [bad, good] });
    await vi.waitFor(() => {
      expect(good.mock.calls.length).toBeGreaterThan(1);
      expect(bad.mock.calls.length).toBeGreaterThan(1);
    }, PATIENCE);
  });

  it('refuses a schedule that cannot be read', async () => {
    const schedules = { fraud: { cron: 'at dawn, or so', timeZone: 'UTC', enabled: true } };
    await expect(start(schedules)).rejects.toMatchObject({ code: 'input_invalid' });
  });
});
