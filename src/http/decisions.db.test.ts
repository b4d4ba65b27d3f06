import assert from 'node:assert';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../domain/http/problem.ts';
import type { DecisionOutcome } from '../domain/proposals/decision-outcome.ts';
import type { ProposalView } from '../domain/proposals/proposal-view.ts';
import { type OpenDoor, openDoor } from './testing/open-door.ts';
import { putProposal } from './testing/put-proposal.ts';

const PEOPLE = ['Ann', 'Bob', 'Cid', 'Dee'];

let door: OpenDoor;
const bearers: Record<string, string>[] = [];
beforeAll(async () => {
  door = await openDoor();
  for (const name of PEOPLE) bearers.push({ authorization: `Bearer ${await door.token(name, 'approver')}` });
});
afterAll(() => door.close());

const put = (proposedBy?: string) => putProposal(door.database.pools.app, proposedBy ? { proposedBy } : {});
const get = async (path: string) => {
  const answer = await fetch(`${door.url}${path}`, { headers: { ...bearers[0] } });
  return (await answer.json()) as unknown;
};
const show = async (id: string) => (await get(`/api/proposals/${id}`)) as ProposalView;
const post = (path: string, body: unknown, person = 0) =>
  fetch(`${door.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearers[person] },
    body: JSON.stringify(body),
  });

describe('a decision', () => {
  it('made by four people at once is one decision, and the losers learn whose', async () => {
    for (let round = 0; round < 15; round += 1) {
      const id = await put();
      const { shownHash } = await show(id);
      const answers = await Promise.all(
        PEOPLE.map((_name, person) =>
          post(
            `/api/proposals/${id}/decision`,
            { decision: person % 2 ? 'reject' : 'approve', shownHash },
            person,
          ),
        ),
      );
      const [won, ...alsoWon] = answers.filter((answer) => answer.status === 200);
      assert(won && alsoWon.length === 0, 'exactly one wins');
      const { decidedBy } = (await won.json()) as DecisionOutcome;
      for (const lost of answers.filter((answer) => answer.status !== 200)) {
        expect(lost.status).toBe(409);
        expect(await lost.json()).toMatchObject({ code: 'proposal_already_decided', decidedBy });
      }
      expect((await show(id)).decisions.map((each) => each.by)).toEqual([decidedBy]);
    }
  });

  it('about something else than was shown is refused, whatever field changed', async () => {
    const id = await put();
    const { shownHash } = await show(id);
    await door.database.pools.app.query(
      'update proposal set summary = summary || $2 where proposal_id = $1',
      [id, '!'],
    );
    const answer = await post(`/api/proposals/${id}/decision`, { decision: 'approve', shownHash });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'proposal_changed' });
  });

  it('about one’s own proposal is refused', async () => {
    const id = await put('Ann');
    const { shownHash } = await show(id);
    const answer = await post(`/api/proposals/${id}/decision`, { decision: 'approve', shownHash }, 0);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'approver_is_proposer' });
    expect((await post(`/api/proposals/${id}/decision`, { decision: 'approve', shownHash }, 1)).status).toBe(
      200,
    );
  });

  it('is taken back by undo, and can then be made again', async () => {
    const id = await put();
    const { shownHash } = await show(id);
    const approved = await post(`/api/proposals/${id}/decision`, {
      decision: 'approve',
      shownHash,
      comment: 'fine',
    });
    expect(((await approved.json()) as DecisionOutcome).undoUntil).not.toBeNull();
    const undone = await post(`/api/proposals/${id}/undo`, {});
    expect([undone.status, await undone.json()]).toMatchObject([200, { status: 'pending' }]);
    const { status, decisions } = await show(id);
    expect([status, decisions.map((each) => each.comment)]).toEqual(['pending', ['fine', null]]);
    expect((await post(`/api/proposals/${id}/decision`, { decision: 'approve', shownHash })).status).toBe(
      200,
    );
  });

  it('edits what may be edited, and nothing else', async () => {
    const id = await put();
    const { shownHash } = await show(id);
    const edit = (edits: unknown) =>
      post(`/api/proposals/${id}/decision`, { decision: 'edit', shownHash, edits });
    expect((await edit({ partnerId: 'another' })).status).toBe(409);
    expect((await edit({ nested: { subject: 'x' } })).status).toBe(400);
    expect((await edit({ subject: 'A better subject' })).status).toBe(200);
  });
});

describe('many decisions', () => {
  it('are each bound to their own hash, and one that fails holds up no other', async () => {
    const ids = [await put(), await put(), await put()];
    const hashes = await Promise.all(ids.map(async (id) => (await show(id)).shownHash));
    const answer = await post('/api/proposals/decisions', {
      decisions: ids.map((id, index) => ({
        id,
        decision: 'approve',
        shownHash: index === 1 ? hashes[0] : hashes[index],
      })),
    });
    expect(answer.status).toBe(200);
    const { items } = (await answer.json()) as { items: { id: string; ok: boolean; problem?: Problem }[] };
    expect(items.map(({ id, ok }) => [id, ok])).toEqual(ids.map((id, index) => [id, index !== 1]));
    expect(items[1]?.problem).toMatchObject({ code: 'proposal_changed', status: 409 });
    expect((await show(String(ids[1]))).status).toBe('pending');
  });

  it('are at least one and at most 400', async () => {
    const one = { id: await put(), decision: 'reject', shownHash: 'a'.repeat(64) };
    expect((await post('/api/proposals/decisions', { decisions: [] })).status).toBe(400);
    expect((await post('/api/proposals/decisions', { decisions: Array(401).fill(one) })).status).toBe(400);
  });
});

describe('the queue', () => {
  it('is listed page by page, each proposal once', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = (await get(`/api/proposals?limit=4${cursor && `&cursor=${cursor}`}`)) as {
        items: ProposalView[];
        nextCursor: string | null;
      };
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    const { rows } = await door.database.pools.app.query('select 1 from proposal');
    expect(seen.length).toBe(rows.length);
  });

  it('is counted by kind for the frame of the page', async () => {
    const status = (await get('/api/status')) as {
      waiting: { kind: string; count: number }[];
      waitingTotal: number;
    };
    const { rows } = await door.database.pools.app.query(`select 1 from proposal where status = 'pending'`);
    expect(status).toMatchObject({
      waiting: [{ kind: 'partner.warn', count: rows.length }],
      waitingTotal: rows.length,
      person: { name: 'Ann', role: 'approver' },
      paused: false,
    });
  });
});

describe('the kill switch', () => {
  it('says who moved it', async () => {
    expect(await (await post('/api/pause', {}, 1)).json()).toEqual({ paused: true });
    expect(await get('/api/status')).toMatchObject({ paused: true, pausedBy: 'Bob' });
    expect(await (await post('/api/resume', {}, 2)).json()).toEqual({ paused: false });
    expect(await get('/api/status')).toMatchObject({ paused: false, pausedBy: null });
  });
});

describe('a run', () => {
  it('is asked for once: the second asker learns that it waits already', async () => {
    const first = await post('/api/runs', { workflow: 'fraud' });
    expect(first.status).toBe(202);
    const run = (await first.json()) as { id: string };
    expect(run).toMatchObject({ workflow: 'fraud', status: 'queued', requestedBy: 'Ann', cause: 'person' });
    expect(await get(`/api/runs/${run.id}`)).toMatchObject({ id: run.id, steps: [] });
    const second = await post('/api/runs', { workflow: 'fraud' }, 1);
    expect([second.status, await second.json()]).toMatchObject([
      409,
      { code: 'run_already_going', runId: run.id },
    ]);
    expect((await post('/api/runs', { workflow: 'nonsense' })).status).toBe(400);
  });
});
