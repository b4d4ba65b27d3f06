import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpClient } from './create-http-client.ts';
import type { HttpClientOptions } from './http-client.ts';
import { type FakeServer, startFakeServer } from './testing/fake-server.ts';
import { type MadeUpSurroundings, madeUpSurroundings } from './testing/made-up-surroundings.ts';

const WINDOWS = [{ calls: 20, seconds: 60 }];
let clock: MadeUpSurroundings;
let server: FakeServer;
let done: string[];

beforeEach(async () => {
  clock = madeUpSurroundings();
  done = [];
  server = await startFakeServer({
    windows: WINDOWS,
    nowMs: clock.nowMs,
    answer: ({ method, path }) => {
      done.push(`${method} ${path}`);
      return { status: 200, body: { ok: true } };
    },
  });
});
afterEach(() => server.close());

const clientOf = (options: Partial<HttpClientOptions> = {}) =>
  createHttpClient({
    system: 'Fake',
    baseUrl: server.baseUrl,
    headers: { authorization: 'Bearer hidden-word' },
    account: 'fake/1',
    limits: { windows: WINDOWS, concurrency: 4 },
    timeoutSeconds: 0.3,
    surroundings: clock,
    ...options,
  });
const READ = { method: 'GET', path: '/rows', effect: 'read' } as const;
const WRITE = { method: 'POST', path: '/rows', body: { json: { row: 1 } }, effect: 'write' } as const;

describe('the limits', () => {
  it('hold in every stretch of a minute, whoever calls at once', async () => {
    const { call } = clientOf();
    await Promise.all(Array.from({ length: 65 }, () => call(READ)));
    expect(done).toHaveLength(65);
    expect(server.exceeded).toEqual([]);
    expect(clock.sleptMs()).toBeGreaterThanOrEqual(3 * 60_000);
  });

  it('count attempts that failed too', async () => {
    server.failNext(
      Array.from({ length: 30 }, (_, index) => (index % 3 === 2 ? null : { status: 500, body: '' })),
    );
    const { call } = clientOf();
    for (let index = 0; index < 30; index += 1) await call(READ);
    expect(server.exceeded).toEqual([]);
  });

  it('hold across processes when a turn is taken for all of them', async () => {
    const asked: number[] = [];
    const waits = [500, 700, 0];
    const takeTurn = async (account: string) => {
      expect(account).toBe('fake/1');
      asked.push(clock.nowMs());
      return waits[asked.length - 1] ?? 0;
    };
    await clientOf({ takeTurn }).call(READ);
    expect(asked.map((at) => at - (asked[0] ?? 0))).toEqual([0, 500, 1_200]);
    expect(done).toHaveLength(1);
  });

  it('may be others for one call', async () => {
    const limits = { windows: [{ calls: 1, seconds: 3_600 }], concurrency: 1 };
    const { call } = clientOf({ otherLimits: { export: limits } });
    await call({ ...READ, limit: 'export' });
    await call(READ);
    expect(clock.sleptMs()).toBe(0);
    await call({ ...READ, limit: 'export' });
    expect(clock.sleptMs()).toBe(3_601_000);
  });
});

describe('a read', () => {
  it.each([
    ['a 500', { status: 500, body: 'oops' }],
    ['a broken connection', 'lose-call'],
    ['a lost answer', 'lose-answer'],
    ['no answer in time', 'hang'],
  ] as const)('is tried again after %s', async (_, fault) => {
    server.failNext([fault]);
    expect(await clientOf().call(READ)).toMatchObject({ state: 'answered', body: '{"ok":true}' });
  });

  it.each([
    ['Retry-After', { 'retry-after': '37' }, 37],
    [
      'Retry-After with a date',
      { 'retry-after': new Date(Date.UTC(2026, 2, 1, 12, 0, 41)).toUTCString() },
      41,
    ],
    ['X-RateLimit-Retry-After', { 'x-ratelimit-retry-after': '12', 'x-ratelimit-reset': '50' }, 12],
    ['X-RateLimit-Reset in seconds', { 'x-ratelimit-reset': '9' }, 9],
    ['X-RateLimit-Reset as a moment', { 'x-ratelimit-reset': `${Date.UTC(2026, 2, 1, 12, 1) / 1_000}` }, 60],
  ])('waits as long as %s says', async (_, headers, seconds) => {
    server.failNext([{ status: 429, headers, body: '' }]);
    expect(await clientOf().call(READ)).toMatchObject({ state: 'answered' });
    expect(clock.sleptMs()).toBe(seconds * 1_000);
  });

  it('is not waited for beyond reason, and nothing else is called meanwhile', async () => {
    server.failNext([{ status: 429, headers: { 'retry-after': '1800' }, body: '' }]);
    const { call } = clientOf();
    expect(await call(READ)).toMatchObject({ state: 'failed', retryAfterSeconds: 1_800 });
    expect(await call(READ)).toMatchObject({ state: 'failed', retryAfterSeconds: 1_800 });
    expect(server.requests).toHaveLength(1);
    clock.advance(1_800_000);
    expect(await call(READ)).toMatchObject({ state: 'answered' });
  });

  it('gives up after four attempts', async () => {
    server.failNext(Array.from({ length: 9 }, () => ({ status: 503, body: '' })));
    expect(await clientOf().call(READ)).toMatchObject({
      state: 'failed',
      reason: 'Fake fails with status 503.',
    });
    expect(server.requests).toHaveLength(4);
  });

  it('throws the reason when it is stopped', async () => {
    await expect(
      clientOf().call({ ...READ, signal: AbortSignal.abort(new Error('enough')) }),
    ).rejects.toThrow('enough');
  });
});

describe('a write', () => {
  it.each([
    ['its answer was lost', 'lose-answer', 1],
    ['the connection broke', 'lose-call', 0],
    ['there was no answer in time', 'hang', 0],
    ['the system failed', { status: 500, body: '' }, 0],
  ] as const)('is unclear, and never sent twice, when %s', async (_, fault, times) => {
    server.failNext([fault]);
    expect(await clientOf().call(WRITE)).toMatchObject({ state: 'unclear' });
    expect(server.requests).toHaveLength(1);
    expect(done).toHaveLength(times);
  });

  it('has clearly failed when the system takes no more calls, and is not sent again', async () => {
    server.failNext([{ status: 429, headers: { 'retry-after': '5' }, body: '' }]);
    expect(await clientOf().call(WRITE)).toMatchObject({ state: 'failed', retryAfterSeconds: 5 });
    expect(server.requests).toHaveLength(1);
  });

  it('has clearly failed when nobody listens', async () => {
    const { call } = clientOf({ baseUrl: 'http://127.0.0.1:1' });
    expect(await call(WRITE)).toMatchObject({
      state: 'failed',
      reason: 'Fake: No connection (ECONNREFUSED).',
    });
  });

  it('has clearly failed when it was stopped before its turn', async () => {
    const outcome = await clientOf().call({ ...WRITE, signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ state: 'failed' });
    expect(server.requests).toHaveLength(0);
  });

  it('that changes nothing when repeated is tried again', async () => {
    server.failNext(['lose-answer']);
    expect(await clientOf().call({ ...WRITE, effect: 'repeatable' })).toMatchObject({ state: 'answered' });
  });
});

describe('a system that keeps failing', () => {
  it('is left alone for a minute after five failures, then tried once', async () => {
    server.failNext(Array.from({ length: 6 }, () => ({ status: 500, body: '' })));
    const { call } = clientOf();
    for (let index = 0; index < 5; index += 1) await call(WRITE);
    expect(await call(WRITE)).toEqual({
      state: 'failed',
      reason: 'Fake is left alone for 60 s more.',
      retryAfterSeconds: 60,
    });
    expect(server.requests).toHaveLength(5);
    clock.advance(60_000);
    expect(await call(WRITE)).toMatchObject({ state: 'unclear' });
    expect(await call(WRITE)).toMatchObject({ state: 'failed' });
    clock.advance(60_000);
    expect(await call(WRITE)).toMatchObject({ state: 'answered' });
  });
});

describe('an answer', () => {
  it('beyond the cap is not taken in', async () => {
    server.failNext([{ status: 200, body: 'x'.repeat(5_000) }]);
    const { call } = clientOf({ answerBytesMax: 1_000, attemptsMax: 1 });
    expect(await call(READ)).toEqual({
      state: 'failed',
      reason: 'Fake: Its answer is longer than 1000 bytes.',
      retryAfterSeconds: null,
    });
  });

  it('never brings a secret into a sentence', async () => {
    const { call } = clientOf({ baseUrl: 'http://127.0.0.1:1' });
    const outcome = await call({ ...READ, query: { token: 'hidden-word' } });
    expect(JSON.stringify(outcome)).not.toContain('hidden-word');
  });
});
