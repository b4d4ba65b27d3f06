import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Correction } from '../../domain/networks/correction.ts';
import { testCorrection } from '../../domain/networks/testing/test-correction.ts';
import type { FakeRequest } from '../http/testing/fake-server.ts';
import { madeUpSurroundings } from '../http/testing/made-up-surroundings.ts';
import { CjCredentials } from './cj-client.ts';
import { cjSales } from './testing/cj-sales.ts';
import { type FakeCj, startFakeCj } from './testing/fake-cj.ts';
import { cjWriter } from './write.ts';

let clock = madeUpSurroundings();
let cj: FakeCj;
const signal = AbortSignal.timeout(60_000);
beforeEach(async () => {
  clock = madeUpSurroundings(Date.UTC(2026, 2, 20));
  cj = await startFakeCj(cjSales([600, 700, 800]), clock);
});
afterEach(async () => {
  expect(cj.exceeded).toEqual([]);
  await cj.close();
});
const writer = (more: object = {}) =>
  cjWriter(
    CjCredentials.parse({
      ...{ companyId: '1', enterpriseId: '2', token: 'token-of-cj', currency: 'GBP' },
      ...{ commissionsUrl: cj.baseUrl, trackingUrl: cj.baseUrl, ...more },
    }),
    { surroundings: clock, timeoutSeconds: 0.3 },
  );
const before = { status: 'pending', sale: '100000000', commission: '8000000' } as const;
const row = (change: Partial<Correction> = {}) =>
  testCorrection({
    network: 'cj',
    transactionId: '5000',
    convertedAt: '2026-03-01T10:00:00Z',
    before,
    ...change,
  });
const amend = (change: Partial<Correction> = {}) =>
  row({
    ...{ transactionId: '5001', convertedAt: '2026-03-01T11:40:00Z', reason: 'partly_returned' },
    after: { status: 'pending', sale: '40000000', commission: '3200000' },
    ...change,
  });
const isWrite = ({ path }: FakeRequest) => path === '/graphql';
const sent = () => cj.requests.filter(isWrite).map(({ body }) => JSON.parse(body).variables.orders);

describe('cjWriter', () => {
  it('cancels and restates whole orders, and the new records show it', async () => {
    const rows = [row(), amend()];
    const { writeCorrections, lookUp, pollJob } = writer();
    expect(await writeCorrections(rows, 'key', signal)).toMatchObject([
      { state: 'accepted', job: 'batch-1' },
      { state: 'accepted', job: 'batch-2' },
    ]);
    expect(cj.changes).toEqual(['cancel ORDER-0', 'restate ORDER-1 40.00']);
    expect(sent()[1]).toEqual([
      {
        ...{
          enterpriseId: '2',
          actionTrackerId: 55,
          orderId: 'ORDER-1',
          updateTime: '2026-03-20T00:00:00.000Z',
        },
        ...{ correctionReason: 'ReturnedMerchandise', currency: 'GBP', coupon: 'SPRING', amount: '40.00' },
      },
    ]);
    expect(await pollJob('batch-1', signal)).toEqual({ state: 'unknown' });
    expect(await lookUp(rows, signal)).toMatchObject([
      { state: 'done', found: { status: 'reversed' } },
      { state: 'done' },
    ]);
  });

  it('takes reasons as configured, and names the state where the advertiser locks', async () => {
    const custom = writer({ correctionReasons: { returned: 'RETURNED' }, openEndedLocking: true });
    expect(await custom.writeCorrections([row()], 'key', signal)).toMatchObject([
      { state: 'rejected', reason: expect.stringContaining('CJ refuses it') },
    ]);
    expect(sent()[0]).toMatchObject([{ correctionReason: 'RETURNED', status: 'Declined' }]);
    const approve = amend({ after: { ...before, status: 'approved' } });
    await writer({ openEndedLocking: true }).writeCorrections([approve], 'key', signal);
    expect(sent()[1]).toMatchObject([{ status: 'Accepted', amount: '100.00' }]);
    expect(await writer().writeCorrections([approve], 'key', signal)).toMatchObject([
      { state: 'rejected', reason: expect.stringContaining('by itself') },
    ]);
  });

  it('restates an order with lines only with all of them', async () => {
    cj.records.splice(1, 1, {
      ...(cjSales([600, 700])[1] ?? cjSales([1])[0]),
      items: [{ sku: 'A', quantity: 2 }],
    } as never);
    expect(await writer().writeCorrections([amend()], 'key', signal)).toMatchObject([
      { state: 'rejected', reason: expect.stringContaining('would remove them') },
    ]);
    const items = [{ sku: 'A', quantity: 1, unitPrice: '40000000', discount: '0' }];
    expect(await writer().writeCorrections([amend({ items })], 'key', signal)).toMatchObject([
      { state: 'accepted' },
    ]);
    expect(sent()[0]?.[0]).toMatchObject({
      items: [{ sku: 'A', quantity: 1, unitPrice: '40.00', discount: '0.00' }],
    });
    expect(sent()[0]?.[0]).not.toHaveProperty('amount');
  });

  it('sees by looking that a locked order was not corrected', async () => {
    cj.records.splice(0, 1, { ...cjSales([600])[0], actionStatus: 'locked' } as never);
    const { writeCorrections, lookUp } = writer();
    expect(await writeCorrections([row()], 'key', signal)).toMatchObject([{ state: 'accepted' }]);
    expect(await lookUp([row()], signal)).toMatchObject([
      { state: 'not_yet', found: { status: 'approved' } },
    ]);
  });

  it('sends once when the answer is lost, and finds it done by looking', async () => {
    cj.failNext(['lose-answer'], isWrite);
    const { writeCorrections, lookUp } = writer();
    expect(await writeCorrections([row()], 'key', signal)).toMatchObject([{ state: 'unclear' }]);
    expect(cj.changes).toEqual(['cancel ORDER-0']);
    expect(await lookUp([row()], signal)).toMatchObject([{ state: 'done' }]);
  });

  it.each([
    ['hang', 'unclear'],
    [{ status: 500, body: '' }, 'unclear'],
    [{ status: 200, body: {} }, 'unclear'],
    [{ status: 200, body: { errors: [{ message: 'Unknown argument' }] } }, 'rejected'],
    [{ status: 403, body: '' }, 'rejected'],
    [{ status: 429, body: '' }, 'not_sent'],
  ] as const)('answered with %j the row is %s, and is sent once', async (fault, state) => {
    cj.failNext([fault], isWrite);
    expect(await writer().writeCorrections([row()], 'key', signal)).toMatchObject([{ state }]);
    expect(sent()).toHaveLength(1);
    expect(cj.changes).toEqual([]);
  });

  it('sends nothing when the order cannot be read first', async () => {
    cj.failNext([{ status: 429, headers: { 'retry-after': '900' }, body: '' }]);
    expect(await writer().writeCorrections([row()], 'key', signal)).toMatchObject([
      { state: 'not_sent', retryAfterSeconds: 900 },
    ]);
    expect(await writer().writeCorrections([row({ transactionId: '99' })], 'key', signal)).toMatchObject([
      { state: 'rejected' },
    ]);
    expect(sent()).toEqual([]);
  });
});
