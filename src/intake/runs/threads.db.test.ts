import { Command } from '@langchain/langgraph';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../domain/policies.ts';
import type { Principal } from '../../domain/principal.ts';
import { decide } from '../../gate/decide.ts';
import type { DecisionInput } from '../../gate/decision-input.ts';
import { reconcileThreads } from './reconcile-threads.ts';
import { requestRun } from './request-run.ts';
import { rescueThreads } from './rescue-threads.ts';
import type { RunDeps } from './run-deps.ts';
import { createRunWorld, type RunWorld } from './testing/run-world.ts';
import { wakeDecidedThreads } from './wake-decided-threads.ts';
import { workRun } from './work-run.ts';

const ANNA: Principal = { name: 'anna', role: 'approver', kind: 'token' };
const policy = { ...DEFAULT_POLICY, undoSeconds: 8 };
let world: RunWorld;
let deps: RunDeps;
let clockMs = 0;
let runId: string;
const tools = { flagged: ['p1'] };

beforeAll(async () => {
  world = await createRunWorld(['p1', 'p2']);
});
afterAll(() => world.database.drop());
beforeEach(async () => {
  await world.clear();
  clockMs = Date.now();
  deps = world.process(tools, { policy, now: () => new Date(clockMs) });
  runId = await requestRun(deps.app, { workflow: 'fraud', cause: 'person', requestedBy: 'anna' });
  await workRun(deps, runId);
});

const threadId = () => `${runId}:p1`;
const config = () => ({ configurable: { thread_id: threadId() } });
const later = (seconds: number) => {
  clockMs += seconds * 1_000;
};
const proposal = async (kind: string) => {
  const [row] = await world.query(
    'select proposal_id, shown_hash, status, evidence, supersedes from proposal where kind = $1 order by created_at desc, supersedes nulls last limit 1',
    [kind],
  );
  return row as {
    proposal_id: string;
    shown_hash: string;
    status: string;
    evidence: { text: string }[];
    supersedes: string;
  };
};
const answer = async (kind: string, decision: DecisionInput['decision'], comment?: string) => {
  const { proposal_id: proposalId, shown_hash: shownHash } = await proposal(kind);
  const input = { proposalId, shownHash, decision, ...(comment === undefined ? {} : { comment }) };
  await decide(deps.app, input, ANNA, { now: deps.now(), policy });
};
const status = async () =>
  (await world.query('select status from work_thread where thread_id = $1', [threadId()]))[0]?.status;
const asked = async () => (await deps.orchestrator.getState(config())).tasks[0]?.interrupts[0]?.value;
const checkpoints = () => world.query('select thread_id from langgraph.checkpoints');

describe('a thread of the graph', () => {
  it('sleeps with one question in the shape that Agent Inbox shows', async () => {
    const { proposal_id: proposalId, shown_hash: shownHash } = await proposal('partner.block');
    expect(await status()).toBe('waiting');
    expect(await asked()).toMatchObject({
      action_request: { action: 'partner.block', args: { proposalId, shownHash } },
      config: { allow_accept: true, allow_respond: true, allow_edit: false, allow_ignore: true },
    });
    expect((await deps.orchestrator.getState(config())).tasks).toHaveLength(1);
  });

  it('is woken by nothing until all its proposals are decided and no undo is possible', async () => {
    expect(await wakeDecidedThreads(deps)).toBe(0);
    await answer('partner.block', 'reject');
    later(60);
    expect(await wakeDecidedThreads(deps)).toBe(0);
    await answer('partner.warn', 'reject');
    expect(await wakeDecidedThreads(deps)).toBe(0);
    later(60);
    expect(await wakeDecidedThreads(deps)).toBe(1);
    expect(await status()).toBe('done');
  });

  it('leaves no checkpoints behind when it has ended', async () => {
    expect((await checkpoints()).length).toBeGreaterThan(0);
    await answer('partner.block', 'reject');
    await answer('partner.warn', 'reject');
    later(60);
    await wakeDecidedThreads(deps);
    expect(await checkpoints()).toEqual([]);
    expect(await world.query('select from langgraph.checkpoint_blobs')).toEqual([]);
    expect(await world.query('select from langgraph.checkpoint_writes')).toEqual([]);
  });

  it('proposes again what was sent back with a comment, and waits for that', async () => {
    const before = await proposal('partner.warn');
    later(5);
    await answer('partner.warn', 'respond', 'Name the orders, please.');
    expect(await wakeDecidedThreads(deps)).toBe(1);
    const after = await proposal('partner.warn');
    expect(after).toMatchObject({ status: 'pending', supersedes: before.proposal_id });
    expect(after.evidence).toContainEqual({
      type: 'note',
      title: 'Your comment',
      text: 'Name the orders, please.',
    });
    expect(await status()).toBe('waiting');
    expect(await wakeDecidedThreads(deps)).toBe(0);
    const kinds = await world.query('select kind from proposal');
    expect(kinds).toHaveLength(3);
  });

  it('revises as often as it is sent back', async () => {
    for (const comment of ['Once.', 'Twice.', 'Three times.']) {
      later(5);
      await answer('partner.warn', 'respond', comment);
      await wakeDecidedThreads(deps);
      expect((await proposal('partner.warn')).evidence).toContainEqual(
        expect.objectContaining({ text: comment }),
      );
    }
    await answer('partner.block', 'reject');
    await answer('partner.warn', 'reject');
    later(60);
    await wakeDecidedThreads(deps);
    expect(await status()).toBe('done');
  });

  it.each([
    ['an answer nobody can read', 'approve!!', /none of the shapes/],
    ['an approval that did not go through the gate', [{ type: 'accept', args: null }], /not been recorded/],
  ])('asks again after %s, and decides nothing', async (_name, value, remark) => {
    await deps.orchestrator.invoke(new Command({ resume: value }), config());
    expect(await asked()).toMatchObject({ description: expect.stringMatching(remark) });
    expect((await proposal('partner.block')).status).toBe('pending');
    expect(await world.query('select from decision')).toEqual([]);
    expect(await world.query('select from outbox')).toEqual([]);
  });

  it('decides nothing when many answer at once', async () => {
    const resume = () =>
      deps.orchestrator.invoke(new Command({ resume: [{ type: 'accept', args: null }] }), config());
    await Promise.allSettled(Array.from({ length: 8 }, resume));
    expect(await world.query('select from decision')).toEqual([]);
    expect(await world.query('select from outbox')).toEqual([]);
    expect(await world.query('select from proposal')).toHaveLength(2);
  });

  it('is put back to sleep when somebody marked it as resolved while a proposal is open', async () => {
    await deps.orchestrator.updateState(config(), null, '__end__');
    expect(await asked()).toBeUndefined();
    expect(await reconcileThreads(deps)).toBe(1);
    expect(await asked()).toMatchObject({ action_request: { action: 'partner.block' } });
    expect(await status()).toBe('waiting');
    expect(await reconcileThreads(deps)).toBe(0);
  });

  it('is put back to sleep when its checkpoints are gone, and still revises', async () => {
    await deps.checkpointer.deleteThread(threadId());
    await answer('partner.warn', 'respond', 'Again.');
    expect(await wakeDecidedThreads(deps)).toBe(1);
    expect(await proposal('partner.warn')).toMatchObject({ status: 'pending' });
    expect(await status()).toBe('waiting');
  });

  it('goes on in another process when the one that woke it died', async () => {
    await answer('partner.block', 'reject');
    await answer('partner.warn', 'reject');
    await world.query("update work_thread set status = 'working', changed_at = now() - interval '1 hour'");
    const other = world.process(tools, { policy });
    expect(await rescueThreads(other)).toBe(1);
    expect(await rescueThreads(other)).toBe(0);
  });

  it('is dealt with by one of several processes', async () => {
    await answer('partner.warn', 'respond', 'Again.');
    const others = [1, 2, 3].map(() => world.process(tools, { policy, now: deps.now }));
    const woken = await Promise.all([deps, ...others].map(wakeDecidedThreads));
    expect(woken.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await world.query("select from proposal where kind = 'partner.warn'")).toHaveLength(2);
  });
});
