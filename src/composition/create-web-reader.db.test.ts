import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCapture } from '../../db/queries/web/read-capture.ts';
import { type ClonedDatabase, cloneDatabase } from '../../db/testing/clone-database.ts';
import { readConfig } from '../config.ts';
import { type Site, startSite } from '../connectors/web/testing/site-farm.ts';
import { WEB_POLICY_DEFAULTS } from '../domain/web/web-policy.ts';
import { createWebReader } from './create-web-reader.ts';

let database: ClonedDatabase;
let site: Site;
const times: number[] = [];
beforeAll(async () => {
  database = await cloneDatabase();
  site = await startSite({
    '/page': (request, response) => {
      times.push(performance.now());
      if (request.headers['if-none-match'] === '"a"') return void response.writeHead(304).end();
      response.writeHead(200, { 'content-type': 'text/html', etag: '"a"' }).end('<h1>Ten codes');
    },
  });
});
afterAll(async () => {
  await site.close();
  await database.drop();
});

const readerOf = (withDatabase: boolean) =>
  createWebReader(
    {
      config: readConfig({
        MARGINKEEPER_FETCH_ALLOW: site.host,
        MARGINKEEPER_FETCH_CONTACT: 'https://shop.test/bot',
      }),
      policy: { web: { ...WEB_POLICY_DEFAULTS, hostDelayMs: 250, jitterShare: 0 } },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      now: () => new Date(),
    },
    withDatabase ? database.pools.app : null,
  );

describe('a reader with a database', () => {
  it('keeps what it reads, and asks next time only for what changed', async () => {
    const reader = readerOf(true);
    const first = await reader.fetch(`${site.origin}/page`);
    const second = await reader.fetch(`${site.origin}/page`);
    expect(second).toMatchObject({ status: 304, sameAs: first.captureId, sha256: first.sha256 });
    expect(await readCapture(database.pools.agent, first.captureId)).toEqual(first);
    expect(await readCapture(database.pools.agent, second.captureId)).toEqual(second);
    await reader.close();
  });

  it('shares a host’s pace with every other process', async () => {
    times.length = 0;
    const readers = [readerOf(true), readerOf(true), readerOf(true)];
    await Promise.all(readers.map((reader, index) => reader.fetch(`${site.origin}/page?${index}`)));
    const [first = 0, second = 0, third = 0] = times.sort((a, b) => a - b);
    // Turns are booked 250 ms apart; a request may arrive a little early or late within its own.
    for (const gap of [second - first, third - second]) expect(gap).toBeGreaterThan(150);
    expect(site.asked.filter((each) => each === 'GET /robots.txt')).toHaveLength(1);
    for (const reader of readers) await reader.close();
  });
});

describe('a reader without one', () => {
  it('reads as well, and keeps nothing', async () => {
    const reader = readerOf(false);
    const [first, second] = [
      await reader.fetch(`${site.origin}/page`),
      await reader.fetch(`${site.origin}/page`),
    ];
    expect([first.status, second.status, second.sameAs]).toEqual([200, 200, null]);
    expect(site.lastHeaders()['user-agent']).toContain('+https://shop.test/bot');
    await reader.close();
  });
});
