import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { madeUpSurroundings } from '../http/testing/made-up-surroundings.ts';
import { readAll } from '../networks/testing/read-all.ts';
import { AwinCredentials } from './awin-client.ts';
import { awinReader } from './read.ts';
import { type FakeAwin, type FakeAwinTransaction, startFakeAwin } from './testing/fake-awin.ts';

const fixture: FakeAwinTransaction[] = JSON.parse(
  readFileSync(new URL('./fixtures/transactions.json', import.meta.url), 'utf8'),
);
const MARCH = {
  from: new Date('2026-03-01T00:00:00Z'),
  until: new Date('2026-04-01T00:00:00Z'),
  by: 'sales',
} as const;

let clock = madeUpSurroundings();
let awin: FakeAwin;
beforeEach(async () => {
  clock = madeUpSurroundings();
  awin = await startFakeAwin(structuredClone(fixture), clock);
});
afterEach(async () => {
  expect(awin.exceeded).toEqual([]);
  await awin.close();
});

const credentials = (token = 'token-of-awin') =>
  AwinCredentials.parse({ advertiserId: '1001', token, baseUrl: awin.baseUrl });
const reader = (token?: string) =>
  awinReader(credentials(token), { surroundings: clock, timeoutSeconds: 0.3 });
/** A sale at each of these minutes since 1 January 2026. */
const sold = (minutes: readonly number[]): FakeAwinTransaction[] =>
  minutes.map((minute, index) => ({
    id: index + 1,
    publisherId: 7,
    commissionStatus: 'pending',
    commissionAmount: { amount: 0.1, currency: 'GBP' },
    saleAmount: { amount: 1.005, currency: 'GBP' },
    transactionDate: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString().slice(0, 19),
    validationDate: null,
  }));

describe('awinReader', () => {
  it('reads a month in our shape, and sets aside what cannot be read', async () => {
    const { byId, setAside, completeUntil } = await readAll(reader(), MARCH);
    expect(byId.get('1900000001')).toMatchObject({
      network: 'awin',
      orderRef: 'ORDER-1',
      partnerRef: '2002',
      subId: 'newsletter-3',
      clickedAt: new Date('2026-03-01T10:15:00Z'),
      convertedAt: new Date('2026-03-01T10:42:00Z'),
      ttcSeconds: 1_583,
      sale: 97_260_000n,
      commission: 7_781_000n,
      currency: 'GBP',
      status: 'pending',
      statusRaw: 'pending',
      code: 'AUTUMN10',
      items: [
        {
          category: 'Default',
          sale: 97_260_000n,
          commission: 7_781_000n,
          sku: null,
          name: null,
          quantity: 1,
        },
      ],
      raw: { siteName: 'Example Reviews' },
    });
    expect(byId.get('1900000002')?.status).toBe('paid');
    expect(byId.size + setAside.length).toBe(fixture.length);
    expect(setAside).toMatchObject([{ problem: expect.stringContaining('a row has one currency') }]);
    expect(completeUntil).toEqual([MARCH.until]);
  });

  it('calls a status that nobody knows unknown, never pending', async () => {
    awin.transactions.splice(0, 99, ...sold([5]).map((row) => ({ ...row, commissionStatus: 'on_holiday' })));
    const { byId } = await readAll(reader(), { ...MARCH, from: new Date('2026-01-01T00:00:00Z') });
    expect([...byId.values()]).toMatchObject([{ status: 'unknown', statusRaw: 'on_holiday' }]);
  });

  it('finds what was validated or amended long after the sale', async () => {
    awin.transactions.splice(
      0,
      99,
      ...sold([1, 2, 3]).map((row, index) => ({
        ...row,
        ...[{ validationDate: '2026-03-05T00:00:00' }, { amendedAt: '2026-03-06T00:00:00' }, {}][index],
      })),
    );
    expect([...(await readAll(reader(), { ...MARCH, by: 'changes' })).byId.keys()]).toEqual(['1', '2']);
    expect((await readAll(reader(), MARCH)).byId.size).toBe(0);
  });

  it('loses nothing through 429s, failures and lost answers', async () => {
    awin.transactions.splice(0, 99, ...sold(Array.from({ length: 400 }, (_, index) => index * 1_000)));
    awin.failNext([
      { status: 429, headers: { 'retry-after': '20' }, body: '' },
      null,
      { status: 502, body: '<html>' },
      'lose-answer',
      'hang',
      null,
      'lose-call',
    ]);
    const request = {
      from: new Date('2026-01-01T00:00:00Z'),
      until: new Date('2026-10-31T00:00:00Z'),
      by: 'changes',
    } as const;
    const { byId, completeUntil } = await readAll(reader(), request);
    expect(byId.size).toBe(400);
    expect(completeUntil.filter((at) => at !== null).at(-1)).toEqual(request.until);
  });

  it('reads every sale once, whatever the window and wherever sales lie', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 150_000 }), { maxLength: 40 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 1, max: 100_000 }),
        async (minutes, start, length) => {
          awin.transactions.splice(0, 99, ...sold(minutes));
          const from = new Date(Date.UTC(2026, 0, 1, 0, start));
          const until = new Date(Date.UTC(2026, 0, 1, 0, start + length));
          const { byId } = await readAll(reader(), { from, until, by: 'sales' });
          const expected = minutes.flatMap((minute, index) =>
            minute >= start && minute < start + length ? [String(index + 1)] : [],
          );
          expect([...byId.keys()].sort()).toEqual(expected.sort());
          // Another reader counts from nothing: let its minute pass.
          clock.advance(61_000);
        },
      ),
      { numRuns: 12 },
    );
  });

  it.each([['a wrong token', 'wrong', 'system_sign_in_refused']])(
    'refuses with %s',
    async (_, token, code) => {
      await expect(readAll(reader(token), MARCH)).rejects.toMatchObject({ code });
    },
  );

  it.each([
    [{ status: 200, body: 'not json' }, 'system_answer_unusable'],
    [{ status: 200, body: { transactions: [] } }, 'system_answer_unusable'],
    [{ status: 403, body: '' }, 'system_sign_in_refused'],
    [{ status: 429, headers: { 'retry-after': '600' }, body: '' }, 'system_busy'],
  ])('refuses the answer %j', async (answer, code) => {
    awin.failNext([answer]);
    await expect(readAll(reader(), MARCH)).rejects.toMatchObject({ code });
  });

  it('reads transactions again by their ids', async () => {
    const refs = ['1900000002', '1900000001', '77'].map((transactionId) => ({
      transactionId,
      convertedAt: null,
    }));
    const found = await reader().readAgain(refs, AbortSignal.timeout(5_000));
    expect([...found.keys()].sort()).toEqual(['1900000001', '1900000002']);
  });
});
