import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { madeUpSurroundings } from '../http/testing/made-up-surroundings.ts';
import { readAll } from '../networks/testing/read-all.ts';
import { RakutenCredentials } from './rakuten-client.ts';
import { rakutenReader } from './read.ts';
import { type FakeRakutenRow, startFakeRakuten } from './testing/fake-rakuten.ts';

const MARCH = {
  from: new Date('2026-03-04T00:00:00Z'),
  until: new Date('2026-04-01T00:00:00Z'),
  by: 'sales',
} as const;
let clock = madeUpSurroundings();
let rakuten: Awaited<ReturnType<typeof startFakeRakuten>>;
beforeEach(async () => {
  clock = madeUpSurroundings(Date.UTC(2026, 3, 1));
  rakuten = await startFakeRakuten([], clock);
});
afterEach(async () => {
  expect(rakuten.exceeded).toEqual([]);
  await rakuten.close();
});
const reader = (clientSecret = 'secret') =>
  rakutenReader(
    RakutenCredentials.parse({ clientId: 'client', clientSecret, siteId: '77', baseUrl: rakuten.baseUrl }),
    { surroundings: clock, timeoutSeconds: 0.3 },
  );
const sold = (minutes: readonly number[]): FakeRakutenRow[] =>
  minutes.map((minute, index) => {
    const at = `${new Date(Date.UTC(2026, 2, 4, 0, minute)).toUTCString().replace(/^(\w{3}), (\d\d) (\w{3}) (\d{4}) (.*) GMT$/, '$1 $3 $2 $4 $5')} GMT+0000 (UTC)`;
    return {
      etransaction_id: `e${index}`,
      advertiser_id: 1,
      sid: 55,
      order_id: `ORDER-${index}`,
      sku_number: 'A',
      sale_amount: -12.5,
      quantity: -1,
      commissions: -1.005,
      process_date: at,
      transaction_date: at,
      transaction_type: 'realtime',
      product_name: 'Shoe',
      u1: 'blog',
      currency: 'GBP',
      is_event: 'N',
    };
  });

describe('rakutenReader', () => {
  it('reads a row in our shape: no click, no state, negative when taken back', async () => {
    rakuten.rows.push(...sold([60]));
    expect([...(await readAll(reader(), MARCH)).byId.values()]).toMatchObject([
      {
        transactionId: 'e0',
        partnerRef: '55',
        subId: 'blog',
        clickedAt: null,
        ttcSeconds: null,
        convertedAt: new Date('2026-03-04T01:00:00Z'),
        sale: -12_500_000n,
        commission: -1_005_000n,
        status: 'unknown',
        statusRaw: 'realtime',
        items: [{ sku: 'A', quantity: -1, sale: -12_500_000n }],
      },
    ]);
  });

  it('reads every row once, over pages, through faults and an ended token', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(0, 1, 999, 1_000, 1_001, 2_000, 2_345),
        fc.boolean(),
        async (count, hasFaults) => {
          rakuten.rows.splice(0, 9_999, ...sold(Array.from({ length: count }, (_, index) => 1 + index * 10)));
          if (hasFaults) {
            const busy = { status: 429, headers: { 'retry-after': '3' }, body: '' };
            rakuten.failNext([
              null,
              'lose-answer',
              busy,
              { status: 401, body: '' },
              { status: 500, body: '' },
            ]);
          }
          expect((await readAll(reader(), MARCH)).byId.size).toBe(count);
          // Another reader counts from nothing: let its minute pass.
          clock.advance(61_000);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('signs in once, and again when the token has ended', async () => {
    const { readTransactions } = reader();
    const tokens = () => rakuten.requests.filter(({ path }) => path === '/token').length;
    const drain = async () => {
      for await (const page of readTransactions({ ...MARCH, by: 'changes' }, AbortSignal.timeout(5_000))) {
        expect(page.gaps).toEqual([]);
      }
    };
    await drain();
    await drain();
    expect(tokens()).toBe(1);
    rakuten.endTokens();
    await drain();
    expect(tokens()).toBe(2);
    clock.advance(3_600_000);
    await drain();
    expect(tokens()).toBe(3);
  });

  it('states what is too old to be had', async () => {
    const { gaps, byId } = await readAll(reader(), { ...MARCH, from: new Date('2026-01-01T00:00:00Z') });
    expect(gaps).toEqual(['Rakuten Advertising gives nothing from before 2026-03-03.']);
    expect(byId.size).toBe(0);
  });

  it('puts no secret into a URL', async () => {
    await readAll(reader(), MARCH);
    for (const { path, query } of rakuten.requests) {
      expect(`${path}?${query}`).not.toMatch(/secret|token-\d|client/);
    }
  });

  it.each([
    ['a wrong secret', 'wrong', null, 'system_sign_in_refused'],
    ['an answer of another shape', 'secret', { status: 200, body: { rows: [] } }, 'system_answer_unusable'],
  ])('refuses with %s', async (_, secret, answer, code) => {
    if (answer) rakuten.failNext([null, answer]);
    await expect(readAll(reader(secret), MARCH)).rejects.toMatchObject({ code });
  });
});
