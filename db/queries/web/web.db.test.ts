import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureOf } from '../../../src/connectors/web/capture-of.ts';
import type { Capture } from '../../../src/domain/web/capture.ts';
import { type ClonedDatabase, cloneDatabase } from '../../testing/clone-database.ts';
import { keepRobots } from './keep-robots.ts';
import { lastGoodCapture } from './last-good-capture.ts';
import { leaseHost } from './lease-host.ts';
import { putCapture } from './put-capture.ts';
import { readCapture } from './read-capture.ts';
import { readRobots } from './read-robots.ts';

let database: ClonedDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 23, 8, minute));
const pageOf = (url: string, text: string, minute: number, more: Partial<Capture> = {}): Capture =>
  captureOf(url, {
    fetchedAt: at(minute),
    status: 200,
    contentType: 'text/html',
    etag: `"${minute}"`,
    bytes: new TextEncoder().encode(text),
    ...more,
  });

describe('captures', () => {
  it('come back as they were kept, screenshot, redirects and error included', async () => {
    const { app, agent } = database.pools;
    const whole = pageOf('https://x.test/a', '<h1>Zwölf €</h1>\0', 1, {
      finalUrl: 'https://x.test/b',
      redirects: [{ from: 'https://x.test/a', to: 'https://x.test/b', status: 301 }],
      screenshot: new Uint8Array([0x89, 0x50]),
      how: 'browser',
      howReason: 'The body is empty.',
      charset: 'utf-8',
    });
    const failed = captureOf('https://x.test/gone', {
      fetchedAt: at(2),
      error: { code: 'unreachable', message: 'There is no such name.' },
    });
    for (const capture of [whole, failed, whole]) await putCapture(app, capture);
    expect(await readCapture(agent, whole.captureId)).toEqual(whole);
    expect(await readCapture(agent, failed.captureId)).toEqual(failed);
    expect(await readCapture(agent, randomUUID())).toBeNull();
  });

  it('share a body that is the same', async () => {
    const { app } = database.pools;
    const pages = [1, 2, 3].map((minute) => pageOf(`https://same.test/${minute}`, 'the same words', minute));
    await Promise.all(pages.map((page) => putCapture(app, page)));
    const { rows } = await app.query('select count(*)::int as count from web_body where sha256 = $1', [
      pages[0]?.sha256,
    ]);
    expect(rows).toEqual([{ count: 1 }]);
  });

  it('give the last good one of a URL, whatever failed since', async () => {
    const { app } = database.pools;
    const url = `https://long.test/${'q'.repeat(7_000)}`;
    expect(await lastGoodCapture(app, url)).toBeNull();
    const [old, latest] = [pageOf(url, 'old', 1), pageOf(url, 'new', 2)];
    const broken = pageOf(url, '', 3, {
      error: { code: 'http_status', message: 'Status 500.' },
      status: 500,
    });
    const partial = pageOf(url, 'shell', 4, { isPartial: true });
    for (const capture of [latest, old, broken, partial]) await putCapture(app, capture);
    expect(await lastGoodCapture(app, url)).toEqual(latest);
  });

  it('are for tools to read and for nobody but the service to write', async () => {
    const { agent } = database.pools;
    await expect(putCapture(agent, pageOf('https://x.test/', 'x', 1))).rejects.toThrow(/permission denied/);
  });
});

describe('a host’s turns', () => {
  it('are one delay apart for everybody who asks at once', async () => {
    const { app } = database.pools;
    const waits = await Promise.all(
      Array.from({ length: 10 }, () => leaseHost(app, 'a.test', { delayMs: 10_000, waitMaxMs: 600_000 })),
    );
    const sorted = waits.map((wait) => wait ?? -1).sort((a, b) => a - b);
    expect(sorted[0]).toBe(0);
    for (const [index, wait] of sorted.entries()) expect(Math.round(wait / 10_000)).toBe(index);
  });

  it('are not booked when they are further away than one waits', async () => {
    const { app } = database.pools;
    const turn = { delayMs: 60_000, waitMaxMs: 30_000 };
    expect(await leaseHost(app, 'b.test', turn)).toBe(0);
    expect(await leaseHost(app, 'b.test', turn)).toBeNull();
    expect(await leaseHost(app, 'b.test', { ...turn, waitMaxMs: 90_000 })).toBeGreaterThan(50_000);
    expect(await leaseHost(app, 'c.test', turn)).toBe(0);
  });
});

describe('a site’s robots.txt', () => {
  it('is kept as it was last read', async () => {
    const { app } = database.pools;
    const robots = (text: string, minute: number) =>
      ({ rule: 'file', text, reason: 'The site has a robots.txt.', readAt: at(minute) }) as const;
    expect(await readRobots(app, 'https://x.test')).toBeNull();
    await keepRobots(app, 'https://x.test', robots('User-agent: *', 5));
    await keepRobots(app, 'https://x.test', robots('older', 4));
    expect(await readRobots(app, 'https://x.test')).toEqual(robots('User-agent: *', 5));
    expect(await readRobots(app, 'http://x.test')).toBeNull();
  });
});
