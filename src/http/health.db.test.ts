import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPools, type Pools } from '../../db/pool.ts';
import { createToken } from '../../db/queries/auth/create-token.ts';
import { type ClonedDatabase, cloneDatabase } from '../../db/testing/clone-database.ts';
import type { Readiness } from './http-deps.ts';
import { type BreakableWay, breakableWay } from './testing/breakable-way.ts';
import { type OpenDoor, openDoor } from './testing/open-door.ts';

let database: ClonedDatabase;
let way: BreakableWay;
let pools: Pools;
let door: OpenDoor;
let readiness: Readiness = { ready: true };

beforeAll(async () => {
  database = await cloneDatabase();
  way = await breakableWay(database.url);
  pools = createPools(way.url, { max: 3 });
  door = await openDoor({ pools, readiness: () => readiness });
});
afterAll(async () => {
  await door.close();
  await pools.end();
  await way.cut();
  await database.drop();
});

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${door.url}${path}`, { headers });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text };
};

describe('health', () => {
  it('is not ready while something is being loaded, and says what', async () => {
    readiness = { ready: false, reason: 'The demo programme is being loaded.' };
    const { status, text, headers } = await get('/readyz');
    expect([status, JSON.parse(text)]).toMatchObject([
      503,
      { code: 'not_ready', detail: 'The demo programme is being loaded.' },
    ]);
    expect(headers.get('retry-after')).not.toBeNull();
    expect((await get('/healthz')).status).toBe(200);
    readiness = { ready: true };
    expect((await get('/readyz')).status).toBe(200);
  });

  it('outlives the database, and is ready again by itself when that is back', async () => {
    const token = await createToken(database.pools.app, { name: 'Ann', role: 'viewer', now: new Date() });
    const ann = { authorization: `Bearer ${token}` };
    expect((await get('/api/status', ann)).status).toBe(200);

    await way.cut();
    expect((await get('/readyz')).status).toBe(503);
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/openapi.json', ann)).status).toBe(200);
    const metrics = await get('/metrics');
    expect([metrics.status, metrics.text]).toEqual([200, expect.stringContaining('http_requests_total')]);
    const refused = await get('/api/status', ann);
    expect([refused.status, JSON.parse(refused.text)]).toMatchObject([503, { code: 'database_unreachable' }]);
    expect(refused.text).not.toMatch(/ECONN|terminated|127\.0\.0\.1/);

    await way.mend();
    expect((await get('/readyz')).status).toBe(200);
    expect((await get('/api/status', ann)).status).toBe(200);
  });

  it('shows how many rows stand in each state', async () => {
    const { text, headers } = await get('/metrics');
    expect(headers.get('content-type')).toContain('text/plain');
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).toContain('http_requests_total{method="GET",route="/readyz",status="503"}');
    expect(text).not.toContain('mk_');
  });
});
