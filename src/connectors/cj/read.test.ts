import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { madeUpSurroundings } from '../http/testing/made-up-surroundings.ts';
import { readAll } from '../networks/testing/read-all.ts';
import { CjCredentials } from './cj-client.ts';
import { cjReader } from './read.ts';
import { cjCorrection, cjSales } from './testing/cj-sales.ts';
import { type FakeCj, startFakeCj } from './testing/fake-cj.ts';

const MARCH = {
  from: new Date('2026-03-01T00:00:00Z'),
  until: new Date('2026-04-01T00:00:00Z'),
  by: 'sales',
} as const;
let clock = madeUpSurroundings();
let cj: FakeCj;
beforeEach(async () => {
  clock = madeUpSurroundings(Date.UTC(2026, 3, 1));
  cj = await startFakeCj([], { ...clock, pageSize: 7 });
});
afterEach(async () => {
  expect(cj.exceeded).toEqual([]);
  await cj.close();
});
const reader = (token = 'token-of-cj') =>
  cjReader(
    CjCredentials.parse({
      ...{ companyId: '1', enterpriseId: '2', token, currency: 'GBP' },
      commissionsUrl: cj.baseUrl,
    }),
    { surroundings: clock, timeoutSeconds: 0.3 },
  );
const [SALE = cjSales([0])[0], OTHER = SALE] = cjSales([600, 700]);
if (!SALE || !OTHER) throw new Error('the sales are there');

describe('cjReader', () => {
  it('reads an action in our shape', async () => {
    cj.records.push({
      ...SALE,
      items: [
        { sku: 'A', quantity: 2, perItemSaleAmountAdvCurrency: '50.00', totalCommissionAdvCurrency: '8.00' },
      ],
    });
    const { byId, gaps } = await readAll(reader(), MARCH);
    expect(gaps).toEqual([]);
    expect([...byId.values()]).toMatchObject([
      {
        transactionId: '5000',
        orderRef: 'ORDER-0',
        partnerRef: '7',
        clickedAt: new Date('2026-03-01T10:00:00Z'),
        sale: 100_000_000n,
        commission: 8_000_000n,
        currency: 'GBP',
        status: 'pending',
        statusRaw: 'new',
        locksAt: new Date('2026-04-11T10:00:00Z'),
        customerType: 'new',
        code: 'SPRING',
        items: [{ sku: 'A', quantity: 2, sale: 100_000_000n, commission: 8_000_000n }],
      },
    ]);
  });

  it('nets a correction by its action: the sum counts, the newest record says the state', async () => {
    cj.records.push(
      SALE,
      ...cjCorrection(SALE, '40.00', '3.20', '2026-03-20'),
      OTHER,
      ...cjCorrection(OTHER, '0', '0', '2026-03-20'),
    );
    const { byId } = await readAll(reader(), MARCH);
    expect(byId.get('5000')).toMatchObject({
      sale: 40_000_000n,
      commission: 3_200_000n,
      status: 'pending',
      reason: 'RETURNED_MERCHANDISE',
    });
    expect(byId.get('5001')).toMatchObject({
      sale: 0n,
      commission: 0n,
      status: 'reversed',
      statusRaw: 'new',
    });
  });

  it('finds what was corrected or locked long after the sale, and reads all of its records', async () => {
    cj.records.push(SALE, ...cjCorrection(SALE, '40.00', '3.20', '2026-05-02'));
    cj.records.push({ ...OTHER, actionStatus: 'locked', lockingDate: '2026-05-11T10:00:00Z' });
    const may = {
      from: new Date('2026-05-01T00:00:00Z'),
      until: new Date('2026-05-31T00:00:00Z'),
      by: 'changes',
    } as const;
    const { byId, gaps, completeUntil } = await readAll(reader(), may);
    expect(byId.get('5000')).toMatchObject({ sale: 40_000_000n });
    expect(byId.get('5001')).toMatchObject({ status: 'approved', statusRaw: 'locked' });
    expect(gaps).toEqual([]);
    expect(completeUntil.at(-1)).toEqual(may.until);
  });

  it('sets a correction aside when its original is not shown, and says a gap when nothing is', async () => {
    const orphans = cjCorrection(SALE, '40.00', '3.20', '2026-03-20');
    cj.records.push(...orphans);
    const { byId, setAside } = await readAll(reader(), MARCH);
    expect(byId.size).toBe(0);
    expect(setAside).toMatchObject([{ problem: 'It corrects a transaction that CJ does not show.' }]);
    cj.records.splice(0, 9, { ...SALE, eventDate: 'soon', postingDate: '2026-03-05T00:00:00Z' });
    expect((await readAll(reader(), { ...MARCH, by: 'changes' })).gaps).toEqual([
      'CJ says that 5000 changed, and does not show it.',
    ]);
  });

  it('reads every sale once, over pages and windows, through faults', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 120_000 }), { maxLength: 40 }),
        fc.boolean(),
        async (minutes, hasFaults) => {
          const records = cjSales(minutes);
          cj.records.splice(
            0,
            999,
            ...records,
            ...records.flatMap((sale, index) =>
              index % 3 === 0 ? cjCorrection(sale, '1.00', '0.08', '2026-06-01') : [],
            ),
          );
          if (hasFaults)
            cj.failNext([
              'lose-answer',
              { status: 503, body: '' },
              null,
              'lose-call',
              { status: 429, headers: { 'retry-after': '7' }, body: '' },
            ]);
          const { byId } = await readAll(reader(), { ...MARCH, until: new Date('2026-06-30T00:00:00Z') });
          expect(byId.size).toBe(minutes.length);
          const cents = [...byId.values()].reduce((sum, { sale }) => sum + sale, 0n) / 10_000n;
          expect(cents).toBe(
            BigInt(minutes.map((_, index) => (index % 3 === 0 ? 100 : 10_000)).reduce((a, b) => a + b, 0)),
          );
          // Another reader counts from nothing: let its minute pass.
          clock.advance(61_000);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('reads actions again by the time of the sale, or says that it cannot', async () => {
    cj.records.push(SALE, OTHER);
    const signal = AbortSignal.timeout(5_000);
    const found = await reader().readAgain(
      [{ transactionId: '5001', convertedAt: new Date('2026-03-01T11:40:00Z') }],
      signal,
    );
    expect([...found.keys()]).toEqual(['5001']);
    await expect(
      reader().readAgain([{ transactionId: '5001', convertedAt: null }], signal),
    ).rejects.toMatchObject({ code: 'correction_impossible' });
  });

  it.each([
    [
      { status: 200, body: { data: null, errors: [{ message: 'Not authorized for company' }] } },
      'system_answer_unusable',
    ],
    [
      {
        status: 200,
        body: {
          data: { advertiserCommissions: { payloadComplete: false, maxCommissionId: null, records: [] } },
        },
      },
      'system_answer_unusable',
    ],
    [{ status: 200, body: '{"data":' }, 'system_answer_unusable'],
    [{ status: 401, body: '' }, 'system_sign_in_refused'],
  ])('refuses the answer %j', async (answer, code) => {
    cj.failNext([answer]);
    await expect(readAll(reader(), MARCH)).rejects.toMatchObject({ code });
  });
});
