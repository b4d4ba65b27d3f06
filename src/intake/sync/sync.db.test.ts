import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimStream } from '../../../db/queries/connectors/claim-stream.ts';
import { ensureStreams } from '../../../db/queries/connectors/ensure-streams.ts';
import { listSetAside } from '../../../db/queries/connectors/list-set-aside.ts';
import { listStreams } from '../../../db/queries/connectors/list-streams.ts';
import { readAgain } from '../../../db/queries/connectors/read-again.ts';
import { takeTurn } from '../../../db/queries/connectors/take-turn.ts';
import { type ClonedDatabase, cloneDatabase } from '../../../db/testing/clone-database.ts';
import { AwinCredentials } from '../../connectors/awin/awin-client.ts';
import { awinReader } from '../../connectors/awin/read.ts';
import {
  type FakeAwin,
  type FakeAwinTransaction,
  startFakeAwin,
} from '../../connectors/awin/testing/fake-awin.ts';
import { madeUpSurroundings } from '../../connectors/http/testing/made-up-surroundings.ts';
import { startSyncWorker } from './start-sync-worker.ts';
import { STREAM_RULES } from './stream-rules.ts';
import { syncNow } from './sync-now.ts';
import { syncOnce } from './sync-once.ts';
import type { SyncStream } from './sync-streams.ts';

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };
const NOT_STOPPED = new AbortController().signal;
const fixture: FakeAwinTransaction[] = JSON.parse(
  readFileSync(new URL('../../connectors/awin/fixtures/transactions.json', import.meta.url), 'utf8'),
);
/** One a day for 120 days before the made up present. */
const daily = (count: number): FakeAwinTransaction[] =>
  Array.from({ length: count }, (_, day) => ({
    id: 5_000 + day,
    publisherId: 7,
    commissionStatus: 'pending',
    commissionAmount: { amount: 0.1, currency: 'GBP' },
    saleAmount: { amount: 1.005, currency: 'GBP' },
    transactionDate: new Date(Date.UTC(2026, 1, 28) - day * 86_400_000).toISOString().slice(0, 19),
    validationDate: null,
  }));

let database: ClonedDatabase;
let clock = madeUpSurroundings();
let awin: FakeAwin;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  clock = madeUpSurroundings();
  awin = await startFakeAwin([...structuredClone(fixture), ...daily(100)], clock);
  await database.pools.app.query(
    'truncate conversion, connection_stream, connection_set_aside, connection_account',
  );
});
afterEach(async () => {
  expect(awin.exceeded).toEqual([]);
  await awin.close();
});

const stream = (by: 'changes' | 'sales' = 'changes', token = 'token-of-awin'): SyncStream => {
  const credentials = AwinCredentials.parse({ advertiserId: '1001', token, baseUrl: awin.baseUrl });
  const reader = awinReader(credentials, { surroundings: clock, timeoutSeconds: 0.5, attemptsMax: 2 });
  return {
    system: 'awin',
    title: 'Awin',
    stream: by,
    account: '1001',
    rule: STREAM_RULES[by],
    source: { reads: 'network', reader, by },
  };
};
const deps = (streams: readonly SyncStream[], worker = 'one') => ({
  pool: database.pools.app,
  streams,
  log: QUIET,
  worker,
  now: () => new Date(clock.nowMs()),
});
const read = (streams: readonly SyncStream[]) => syncNow(deps(streams), NOT_STOPPED);
const conversions = async () =>
  (
    await database.pools.app.query(
      'select conversion_id, status, status_raw, sub_id, lapse_seconds, extra, amount_micros::text from conversion order by conversion_id',
    )
  ).rows;
const streams = () => listStreams(database.pools.app, new Date(clock.nowMs()));

describe('a connected network', () => {
  it('is read into conversions with status, sub id, lapse and record, and the same again changes nothing', async () => {
    const [first] = await read([stream()]);
    expect(first).toMatchObject({ state: 'read', setAside: expect.any(Number) });
    const rows = await conversions();
    expect(rows.length).toBeGreaterThanOrEqual(100);
    expect(rows.find((row) => row.conversion_id === '1900000001')).toMatchObject({
      status: 'pending',
      status_raw: 'pending',
      sub_id: 'newsletter-3',
      lapse_seconds: 1_583n,
      amount_micros: '97260000',
      extra: { awin: expect.stringContaining('ORDER-1') },
    });
    const [again] = await read([stream('sales')]);
    expect(again).toMatchObject({ state: 'read', changed: 0 });
    expect(await conversions()).toEqual(rows);
  });

  it('goes on from where it came to, and brings what changed since', async () => {
    await read([stream()]);
    const before = awin.requests.length;
    clock.advance(900_000);
    const changed = awin.transactions.find(({ id }) => id === 5_003);
    if (changed) {
      changed.commissionStatus = 'declined';
      changed.validationDate = new Date(clock.nowMs() - 60_000).toISOString().slice(0, 19);
    }
    const [second] = await read([stream()]);
    expect(second).toMatchObject({ state: 'read', changed: 1 });
    // One window, by three kinds of date, instead of the four windows of the first time.
    expect(awin.requests.length - before).toBe(3);
    expect((await conversions()).find((row) => row.conversion_id === '5003')).toMatchObject({
      status: 'reversed',
      status_raw: 'declined',
    });
  });

  it('is taken up where it broke off, with nothing lost', async () => {
    const refuse = { status: 500, body: 'down' };
    let calls = 0;
    awin.failNext(
      Array.from({ length: 40 }, () => refuse),
      () => {
        calls += 1;
        return calls > 4 && calls <= 6;
      },
    );
    const [broken] = await read([stream()]);
    expect(broken).toMatchObject({ state: 'failed', problem: expect.stringContaining('Awin fails') });
    const [state] = await streams();
    expect(state).toMatchObject({ failures: 1, problem: expect.stringContaining('Awin fails') });
    expect(state?.complete_until).not.toBeNull();
    expect(state?.next_at.getTime()).toBe(Math.floor(clock.nowMs()) + 60_000);
    const before = awin.requests.length;
    const [rest] = await read([stream()]);
    expect(rest).toMatchObject({ state: 'read' });
    expect(awin.requests.length - before).toBeLessThan(12);
    expect((await conversions()).filter(({ conversion_id: id }) => /^5\d{3}$/.test(id))).toHaveLength(100);
    expect((await streams())[0]).toMatchObject({ failures: 0, problem: null });
  });

  it('says why it cannot be read, waits longer each time, and never shows the token', async () => {
    for (const seconds of [60, 120, 240]) {
      await read([stream('changes', 'wrong-word')]);
      const [state] = await streams();
      expect(state?.next_at.getTime()).toBe(Math.floor(clock.nowMs()) + seconds * 1_000);
    }
    const [state] = await streams();
    expect(state?.problem).toContain('does not accept these credentials');
    expect(JSON.stringify(state)).not.toContain('wrong-word');
    expect(await syncOnce(deps([stream()]), NOT_STOPPED)).toBeNull();
  });

  it('loses and doubles nothing through 429s, broken connections and lost answers', async () => {
    awin.failNext([
      { status: 429, headers: { 'retry-after': '3' }, body: '' },
      null,
      'lose-answer',
      null,
      'lose-call',
      null,
      null,
      { status: 503, body: '' },
    ]);
    await read([stream()]);
    expect((await conversions()).filter(({ conversion_id: id }) => /^5\d{3}$/.test(id))).toHaveLength(100);
  });

  it('sets aside what cannot be used, and forgets that once it can', async () => {
    const broken = awin.transactions.find(({ id }) => id === 5_004);
    if (!broken) throw new Error('no such sale');
    broken.commissionAmount.currency = 'pounds';
    await read([stream('sales')]);
    expect(await streams()).toMatchObject([{ set_aside: expect.any(Number) }]);
    const aside = async () =>
      (await listSetAside(database.pools.app, { system: 'awin', after: null, limit: 100 })).map(
        ({ recordKey }) => recordKey,
      );
    expect(await aside()).toContain('5004');
    const others = (await aside()).length - 1;
    broken.commissionAmount.currency = 'GBP';
    expect(await readAgain(database.pools.app, stream('sales'), new Date(clock.nowMs()))).toBe('asked');
    await syncOnce(deps([stream('sales')]), NOT_STOPPED);
    expect(await aside()).not.toContain('5004');
    expect(await aside()).toHaveLength(others);
    expect((await conversions()).some((row) => row.conversion_id === '5004')).toBe(true);
  });

  it('is read by one process at a time, and by another when the first dies', async () => {
    const key = [stream()];
    const now = () => new Date(clock.nowMs());
    await ensureStreams(database.pools.app, key, now());
    const claim = (worker: string) =>
      claimStream(database.pools.app, { among: key, worker, now: now(), leaseSeconds: 300 });
    expect(await claim('dies')).not.toBeNull();
    expect(await syncOnce(deps(key, 'two'), NOT_STOPPED)).toBeNull();
    clock.advance(301_000);
    expect(await syncOnce(deps(key, 'two'), NOT_STOPPED)).toMatchObject({ state: 'read' });
  });

  it('starts over for another account', async () => {
    await read([stream()]);
    const other = { ...stream(), account: '2002' };
    await ensureStreams(database.pools.app, [other], new Date(clock.nowMs()));
    expect((await streams())[0]).toMatchObject({ complete_until: null, rows_read: '0' });
  });

  it('holds up no other system while it fails', async () => {
    const failing: SyncStream = {
      ...stream('changes', 'wrong-word'),
      system: 'broken',
      title: 'Broken',
    };
    const worker = startSyncWorker({ ...deps([failing, stream()]), pauseMs: 20 });
    await expect
      .poll(async () => (await streams()).map(({ problem }) => problem !== null))
      .toEqual([false, true]);
    await expect.poll(async () => (await conversions()).length, { timeout: 10_000 }).toBeGreaterThan(100);
    await worker.stop();
    expect((await streams()).every(({ is_reading: isReading }) => !isReading)).toBe(true);
  });
});

describe('takeTurn', () => {
  it('counts the calls of all processes together', async () => {
    const limits = { windows: [{ calls: 5, seconds: 60 }], concurrency: 2 };
    const waits = await Promise.all(
      Array.from({ length: 12 }, () => takeTurn(database.pools.app, 'awin/1', limits)),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
    expect(waits.filter((wait) => wait > 55_000)).toHaveLength(7);
    expect(await takeTurn(database.pools.app, 'awin/2', limits)).toBe(0);
  });
});
