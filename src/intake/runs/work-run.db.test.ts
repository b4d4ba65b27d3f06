import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findRun } from '../../../db/queries/runs/find-run.ts';
import { DEFAULT_POLICY } from '../../domain/policies.ts';
import { brokenEngine } from '../../model/testing/broken-engine.ts';
import { isLostConnection } from './is-lost-connection.ts';
import { requestRun } from './request-run.ts';
import { runNow } from './run-now.ts';
import { createRunWorld, type RunWorld } from './testing/run-world.ts';
import { workRun } from './work-run.ts';

/** More than are worked on at a time. */
const PARTNERS = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
const tools = { flagged: PARTNERS };
let world: RunWorld;
const request = () =>
  requestRun(world.database.pools.app, { workflow: 'fraud', cause: 'person', requestedBy: 'anna' });
const find = (runId: string) => findRun(world.database.pools.app, runId);
const proposals = () => world.query('select partner_id, kind from proposal order by partner_id, kind');
const onePerKind = (partners: readonly string[]) =>
  partners.flatMap((partner_id) => ['partner.block', 'partner.warn'].map((kind) => ({ partner_id, kind })));

beforeAll(async () => {
  world = await createRunWorld(PARTNERS);
});
afterAll(() => world.database.drop());
beforeEach(() => world.clear());

describe('requestRun', () => {
  it('refuses a second run of a workflow that waits or goes, and names the one in the way', async () => {
    const runId = await request();
    await expect(request()).rejects.toMatchObject({ code: 'run_already_going', facts: { runId } });
    await workRun(world.process(tools), runId);
    expect(await request()).not.toBe(runId);
  });

  it('refuses an unknown workflow and names those that exist', async () => {
    const asked = requestRun(world.database.pools.app, {
      workflow: 'payroll',
      cause: 'person',
      requestedBy: 'anna',
    });
    await expect(asked).rejects.toMatchObject({
      code: 'workflow_unknown',
      sentence: expect.stringContaining('There is: fraud'),
    });
  });
});

describe('workRun', () => {
  it('proposes once for each flagged partner and kind, and notes what it did', async () => {
    const runId = await request();
    expect(await workRun(world.process(tools), runId)).toBe('worked');
    expect(await proposals()).toEqual(onePerKind(PARTNERS));
    const run = await find(runId);
    expect(run).toMatchObject({
      status: 'succeeded',
      proposals: 12,
      counts: { scored: 7, flagged: 6, watch: 0, hold: 0, decline: 6, inserted: 12, failed: 0 },
      cost: { inputTokens: 0, micros: '0' },
      error: null,
      failures: [],
    });
    expect(run?.steps.map(({ seq }) => seq)).toEqual(run?.steps.map((_step, index) => index + 1));
    expect(run?.steps.filter(({ item }) => item === 'p1').map(({ name }) => name)).toEqual([
      'fraud_collect_evidence',
      'collect-evidence',
      'embedded@1 partner.block',
      'embedded@1 partner.warn',
      'word-proposals',
      'fraud_propose_block',
      'fraud_propose_warning',
      'propose',
    ]);
  });

  it('leaves a run alone that is over, unknown or worked on by somebody else', async () => {
    const runId = await request();
    const both = await Promise.all([
      workRun(world.process(tools), runId),
      workRun(world.process(tools), runId),
    ]);
    expect(both.sort()).toEqual(['taken', 'worked']);
    expect(await workRun(world.process(tools), runId)).toBe('taken');
    expect(await workRun(world.process(tools), crypto.randomUUID())).toBe('taken');
    expect(await proposals()).toEqual(onePerKind(PARTNERS));
  });

  it('finds nothing new in a second run over the same facts', async () => {
    await workRun(world.process(tools), await request());
    const second = await request();
    await workRun(world.process(tools), second);
    expect(await find(second)).toMatchObject({
      status: 'succeeded',
      proposals: 0,
      counts: { unchanged: 12 },
    });
    expect(await world.query("select from work_thread where status = 'waiting'")).toHaveLength(6);
  });

  it('lets one item fail by itself: the others go on, and the history names it', async () => {
    const runId = await request();
    const poisoned = {
      flagged: PARTNERS,
      onCall: (tool: string, { partnerId }: Readonly<Record<string, unknown>>) => {
        if (tool === 'fraud_collect_evidence' && partnerId === 'p2') throw new Error('poisoned');
      },
    };
    await workRun(world.process(poisoned), runId);
    expect(await proposals()).toEqual(onePerKind(PARTNERS.filter((partner) => partner !== 'p2')));
    expect(await find(runId)).toMatchObject({
      status: 'succeeded',
      counts: { failed: 1 },
      failures: [{ item: 'p2', error: { code: 'unexpected', message: 'poisoned' } }],
    });
  });

  it('has failed when every item did', async () => {
    const runId = await request();
    const onCall = (tool: string) => {
      if (tool === 'fraud_collect_evidence') throw new Error('poisoned');
    };
    await workRun(world.process({ flagged: PARTNERS, onCall }), runId);
    expect(await find(runId)).toMatchObject({ status: 'failed', error: { code: 'items_failed' } });
  });

  it('proposes nothing when words cannot be had', async () => {
    const runId = await request();
    await workRun(world.process(tools, { engine: brokenEngine('The model is down.') }), runId);
    expect(await proposals()).toEqual([]);
    expect(await find(runId)).toMatchObject({ status: 'failed', counts: { failed: 6 } });
  });

  it('stops proposing at the limit of the policy', async () => {
    const runId = await request();
    const policy = { ...DEFAULT_POLICY, caps: { ...DEFAULT_POLICY.caps, proposalsPerRun: 3 } };
    await workRun(world.process(tools, { policy }), runId);
    expect(await find(runId)).toMatchObject({ proposals: 3, counts: { inserted: 3, dropped: 9 } });
  });

  it('puts the run back when the survey fails, to be tried again, and keeps why', async () => {
    const runId = await request();
    const onCall = (tool: string) => {
      if (tool === 'fraud_score_partners') throw new Error('no sketches');
    };
    await expect(workRun(world.process({ flagged: [], onCall }), runId)).rejects.toThrow('no sketches');
    expect(await find(runId)).toMatchObject({ status: 'queued', error: { message: 'no sketches' } });
    expect(await workRun(world.process(tools), runId)).toBe('worked');
    expect(await find(runId)).toMatchObject({ status: 'succeeded', proposals: 12, error: null });
  });

  it('takes no item for failed because the database went away under it', async () => {
    const runId = await request();
    let calls = 0;
    const onCall = async () => {
      calls += 1;
      if (calls === 6) await world.breakConnections();
    };
    const broken = workRun(world.process({ flagged: PARTNERS, onCall }), runId);
    const how = await broken.then(
      (answer) => answer,
      (error: unknown) => isLostConnection(error),
    );
    expect([true, 'worked', 'taken']).toContain(how);
    await world.query("update run set heartbeat_at = now() - interval '1 minute'");
    await workRun(world.process(tools), runId);
    expect(await find(runId)).toMatchObject({ status: 'succeeded', proposals: 12, failures: [] });
    expect(await proposals()).toEqual(onePerKind(PARTNERS));
  });

  it('lets go of a run when the process is to stop, and another goes on with what is left', async () => {
    const runId = await request();
    const stopping = new AbortController();
    const onCall = (tool: string) => {
      if (tool === 'fraud_propose_block') stopping.abort();
    };
    const first = world.process({ flagged: PARTNERS, onCall }, { stopping: stopping.signal });
    expect(await workRun(first, runId)).toBe('released');
    expect((await proposals()).length).toBeLessThan(12);
    expect(await find(runId)).toMatchObject({ status: 'queued', finishedAt: null });
    expect(await workRun(world.process(tools), runId)).toBe('worked');
    expect(await proposals()).toEqual(onePerKind(PARTNERS));
    expect(await find(runId)).toMatchObject({ counts: { inserted: 12 } });
  });
});

describe('runNow', () => {
  const now = { workflow: 'fraud', cause: 'person', requestedBy: 'anna' } as const;

  it('works on the run itself', async () => {
    expect(await find(await runNow(world.process(tools), now))).toMatchObject({ status: 'succeeded' });
  });

  it('says in the history why it could not', async () => {
    const onCall = () => {
      throw new Error('no sketches');
    };
    expect(await find(await runNow(world.process({ flagged: [], onCall }), now))).toMatchObject({
      status: 'failed',
      error: { code: 'unexpected', message: 'no sketches' },
    });
  });

  it('takes up a run that waits or was left behind, and refuses while somebody works on it', async () => {
    const runId = await request();
    await world.query("update run set status = 'running', worker = 'other', heartbeat_at = now()");
    await expect(runNow(world.process(tools), now)).rejects.toMatchObject({ facts: { runId } });
    await world.query("update run set heartbeat_at = now() - interval '1 minute'");
    expect(await runNow(world.process(tools), now)).toBe(runId);
    expect(await find(runId)).toMatchObject({ status: 'succeeded', proposals: 12 });
  });
});
