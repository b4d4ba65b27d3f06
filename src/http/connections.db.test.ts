import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureStreams } from '../../db/queries/connectors/ensure-streams.ts';
import { readConnections } from '../connections-config.ts';
import { CONNECTABLE_SYSTEMS } from '../connectors/connectable/read.ts';
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
