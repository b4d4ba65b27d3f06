import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPools } from '../../db/pool.ts';
import { createToken } from '../../db/queries/auth/create-token.ts';
import { revokeToken } from '../../db/queries/auth/revoke-token.ts';
import { setPaused } from '../../db/queries/control/set-paused.ts';
import { breakableWay } from './testing/breakable-way.ts';
import { type OpenDoor, openDoor } from './testing/open-door.ts';
import { putProposal } from './testing/put-proposal.ts';
import { type Subscription, subscribe } from './testing/subscribe.ts';

const RESYNC = { topic: 'resync' };
let door: OpenDoor;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.close());

const bearer = async (name: string) => ({ authorization: `Bearer ${await door.token(name, 'viewer')}` });
const heard = (subscription: Subscription, ...events: unknown[]) =>
  vi.waitFor(() => expect(subscription.heard).toEqual(events), { timeout: 10_000 });

describe('live events', () => {
  it('tell what changed by id and state, without figures or words', async () => {
    const ann = await subscribe(door.url, await bearer('Ann'));
    await heard(ann, RESYNC, RESYNC);
    const id = await putProposal(door.database.pools.app);
    await heard(ann, RESYNC, RESYNC, { topic: 'proposal', id, status: 'pending' });
    await setPaused(door.database.pools.app, true, 'Ann');
    await vi.waitFor(() => expect(ann.heard.at(-1)).toEqual({ topic: 'control', paused: true }));
    ann.stop();
  });

  it('tell of very many changes as one: ask again for everything', async () => {
    const ann = await subscribe(door.url, await bearer('Ann'));
    await heard(ann, RESYNC, RESYNC);
    await door.database.pools.app.query(
      `insert into run (workflow, cause, requested_by, status)
       select 'fraud', 'person', 'Ann', 'succeeded' from generate_series(1, 500)`,
    );
    await heard(ann, RESYNC, RESYNC, RESYNC);
    ann.stop();
  });

  it('are not for one person alone: the twenty-first stream of theirs is refused', async () => {
    const headers = await bearer('Ann');
    const streams = await Promise.all(Array.from({ length: 20 }, () => subscribe(door.url, headers)));
    expect((await fetch(`${door.url}/events`, { headers })).status).toBe(503);
    const bob = await subscribe(door.url, await bearer('Bob'));
    expect(bob.status).toBe(200);
    for (const stream of [...streams, bob]) stream.stop();
  });

  it('end when the server stops, and hold it up no longer than that', async () => {
    const ann = await subscribe(door.url, await bearer('Ann'));
    await heard(ann, RESYNC, RESYNC);
    await door.close();
    await ann.ended;
    door = await openDoor();
  });

  it('end for a token that was revoked, and for a session that was ended, at the next heartbeat', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    try {
      const ann = await subscribe(door.url, await bearer('Ann'));
      const bob = await subscribe(door.url, await bearer('Bob'));
      const { cookie } = await door.signIn('Cid', 'viewer');
      const cid = await subscribe(door.url, { cookie });
      await door.token('Cid', 'viewer');
      for (const name of ['Ann', 'Cid']) await revokeToken(door.database.pools.app, name, new Date());
      vi.advanceTimersByTime(15_000);
      await ann.ended;
      await cid.ended;
      // Bob's goes on.
      await setPaused(door.database.pools.app, true, 'Ann');
      await vi.waitFor(() => expect(bob.heard).toContainEqual({ topic: 'control', paused: true }), {
        timeout: 10_000,
      });
      bob.stop();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('live events over a connection that breaks', () => {
  it('go on by themselves, and say that something may have been missed', async () => {
    const way = await breakableWay(door.database.url);
    const pools = createPools(way.url, { max: 3 });
    const other = await openDoor({ pools });
    const token = await createToken(door.database.pools.app, {
      name: 'Ann',
      role: 'viewer',
      now: new Date(),
    });
    const ann = await subscribe(other.url, { authorization: `Bearer ${token}` });
    await heard(ann, RESYNC, RESYNC);
    await way.cut();
    await way.mend();
    await heard(ann, RESYNC, RESYNC, RESYNC);
    await setPaused(door.database.pools.app, true, 'Ann');
    await heard(ann, RESYNC, RESYNC, RESYNC, { topic: 'control', paused: true });
    ann.stop();
    await other.close();
    await pools.end();
    await way.cut();
  });
});
