import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureStreams } from '../../db/queries/connectors/ensure-streams.ts';
import { putSetAside } from '../../db/queries/connectors/put-set-aside.ts';
import { takeTurn } from '../../db/queries/connectors/take-turn.ts';
import { readConnections } from '../connections-config.ts';
import { CONNECTABLE_SYSTEMS } from '../connectors/connectable/read.ts';
import { SetAsideItem } from '../domain/connections/connection-item.ts';
import { pageOf } from '../domain/http/page-of.ts';
import { type OpenDoor, openDoor } from './testing/open-door.ts';

const NOW = new Date('2026-04-01T00:00:00Z');
let door: OpenDoor;
beforeAll(async () => {
  const connections = readConnections(
    {
      MARGINKEEPER_AWIN_ADVERTISER_ID: '1001',
      MARGINKEEPER_AWIN_TOKEN: 'very-secret-token',
      MARGINKEEPER_IMPACT_CAMPAIGN_ID: '7',
    },
    CONNECTABLE_SYSTEMS,
  );
  door = await openDoor({ connections, now: () => NOW });
  const key = { system: 'awin', stream: 'changes', account: 'a' };
  await ensureStreams(door.database.pools.app, [key], NOW);
  await door.database.pools.app.query(
    "update connection_stream set problem = 'Awin takes no more calls for now.', failures = 2",
  );
});
afterAll(() => door.close());

describe('GET /api/connections', () => {
  it('says what is connected, how far it was read and why it fails, and shows no secret', async () => {
    const authorization = `Bearer ${await door.token('viewer', 'viewer')}`;
    const answer = await fetch(`${door.url}/api/connections`, { headers: { authorization } });
    const text = await answer.text();
    const { items } = JSON.parse(text) as { items: { system: string; streams: object[] }[] };
    expect(items.map(({ system }) => system)).toEqual(CONNECTABLE_SYSTEMS.map(({ name }) => name));
    expect(items.find(({ system }) => system === 'awin')).toMatchObject({
      state: 'ready',
      problem: null,
      streams: [
        {
          stream: 'changes',
          state: 'failing',
          problem: 'Awin takes no more calls for now.',
          failures: 2,
          completeUntil: null,
        },
      ],
    });
    expect(items.find(({ system }) => system === 'impact')).toMatchObject({
      state: 'incomplete',
      problem: 'Not set: MARGINKEEPER_IMPACT_ACCOUNT_SID, MARGINKEEPER_IMPACT_AUTH_TOKEN.',
      streams: [],
    });
    expect(text).not.toContain('very-secret-token');
  });
});

describe('what was set aside', () => {
  const records = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      recordKey: `r${index}`,
      problem: 'The amount cannot be read.',
      raw: index === 0 ? '=HYPERLINK("x")' : '{"id": 1}',
    }));
  const ask = async (path: string, role: 'viewer' | 'approver', method = 'GET') =>
    fetch(`${door.url}/api/connections/${path}`, {
      method,
      headers: { authorization: `Bearer ${await door.token(`${role} ${randomUUID()}`, role)}` },
    });

  it('is listed page by page, and as a file that runs nowhere', async () => {
    const { app } = door.database.pools;
    await putSetAside(app, { system: 'awin', stream: 'changes' }, records(3), NOW);
    const first = pageOf(SetAsideItem).parse(await (await ask('awin/set-aside?limit=2', 'viewer')).json());
    expect(first.items.map(({ record }) => record)).toEqual(['r0', 'r1']);
    const next = await ask(`awin/set-aside?limit=2&cursor=${first.nextCursor}`, 'viewer');
    expect(await next.json()).toMatchObject({ items: [{ record: 'r2' }], nextCursor: null });
    expect(await (await ask('impact/set-aside', 'viewer')).json()).toEqual({ items: [], nextCursor: null });
    expect((await ask('awin/set-aside?cursor=x', 'viewer')).status).toBe(400);
    const file = await (await ask('awin/set-aside.csv', 'viewer')).text();
    expect(file.split('\r\n')[1]).toBe(
      `awin,changes,r0,The amount cannot be read.,${NOW.toISOString()},"'=HYPERLINK(""x"")"`,
    );
  });

  it('is read again from the beginning on an approver’s word, unless it is being read', async () => {
    const { app } = door.database.pools;
    await app.query(
      "update connection_stream set complete_until = now(), next_at = now() + interval '1 day'",
    );
    const path = 'awin/streams/changes/read';
    expect((await ask(path, 'viewer', 'POST')).status).toBe(403);
    expect((await ask(path, 'approver', 'POST')).status).toBe(202);
    const { rows } = await app.query('select complete_until, next_at from connection_stream');
    expect(rows).toEqual([{ complete_until: null, next_at: NOW }]);
    const audit = await app.query("select subject, facts from audit where action = 'connection.read-again'");
    expect(audit.rows).toEqual([{ subject: 'awin', facts: { stream: 'changes' } }]);
    await app.query("update connection_stream set claimed_by = 'w', claimed_until = $1", [
      new Date(NOW.getTime() + 60_000),
    ]);
    const busy = await ask(path, 'approver', 'POST');
    expect([busy.status, await busy.json()]).toMatchObject([409, { code: 'reading_under_way' }]);
    expect((await ask('awin/streams/nothing/read', 'approver', 'POST')).status).toBe(404);
  });
});

describe('the calls of an account', () => {
  it('are shown with the limit that they are held to', async () => {
    const { app } = door.database.pools;
    const limits = { windows: [{ calls: 20, seconds: 60 }], concurrency: 2 };
    for (let calls = 0; calls < 3; calls += 1) await takeTurn(app, 'awin/1001', limits);
    const authorization = `Bearer ${await door.token('counter', 'viewer')}`;
    const answer = await fetch(`${door.url}/api/connections`, { headers: { authorization } });
    const { items } = (await answer.json()) as { items: { system: string; calls: object[] }[] };
    expect(items.find(({ system }) => system === 'awin')?.calls).toEqual([
      { account: 'awin/1001', used: 3, limit: 20, seconds: 60 },
    ]);
  });
});
