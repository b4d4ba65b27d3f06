import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './testing/open-door.ts';

let door: OpenDoor;
let token = '';
beforeAll(async () => {
  door = await openDoor();
  token = await door.token('anna', 'approver');
  await door.database.pools.app.query(
    "insert into partner (partner_id, name, website) values ('p1', 'Codes', 'https://www.codes.example/shop')",
  );
});
afterAll(() => door.close());

const ask = async (method: string, path: string, body?: unknown) => {
  const answer = await fetch(`${door.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: await answer.json() };
};

it('watches a site from now on, once, knows whose it is, and forgets it', async () => {
  const url = 'https://codes.example/today';
  const added = await ask('POST', '/api/coupon-sources', { url });
  expect(added).toMatchObject({
    status: 201,
    json: {
      url,
      kind: 'page',
      publisher: 'codes.example',
      partnerId: 'p1',
      everyMinutes: 60,
      addedBy: 'anna',
    },
  });
  const again = await ask('POST', '/api/coupon-sources', { url, kind: 'feed', everyMinutes: 5 });
  expect(again.json).toMatchObject({ id: added.json.id, kind: 'feed', everyMinutes: 5 });
  expect((await ask('GET', '/api/coupon-sources')).json.items).toHaveLength(1);
  expect(await ask('DELETE', `/api/coupon-sources/${added.json.id}`)).toMatchObject({
    status: 200,
    json: { removed: true },
  });
  expect((await ask('DELETE', `/api/coupon-sources/${added.json.id}`)).status).toBe(404);
  expect((await ask('GET', '/api/coupon-sources')).json.items).toEqual([]);
});

it.each([
  [{}, 400],
  [{ url: 'ftp://codes.example/' }, 400],
  [{ url: 'javascript:alert(1)' }, 400],
  [{ url: 'https://codes.example/', everyMinutes: 1 }, 400],
  [{ url: 'https://codes.example/', partnerId: 'nobody' }, 404],
  [{ url: `https://codes.example/${'x'.repeat(2_000)}` }, 400],
])('refuses the source %j', async (body, status) => {
  const answer = await ask('POST', '/api/coupon-sources', body);
  expect([answer.status, answer.json.code === undefined]).toEqual([status, false]);
});

it('answers empty lists, and 404 for a leak that is not there', async () => {
  for (const path of [
    '/api/sightings',
    '/api/sightings?state=gone',
    '/api/leaks',
    '/api/leaks?verdict=unclear',
  ]) {
    expect(await ask('GET', path)).toMatchObject({ status: 200, json: { items: [], nextCursor: null } });
  }
  expect((await ask('GET', '/api/leaks?cursor=x')).status).toBe(400);
  expect((await ask('GET', '/api/leaks/00000000-0000-4000-8000-000000000000')).status).toBe(404);
});
