import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Correction } from '../../domain/networks/correction.ts';
import { testCorrection } from '../../domain/networks/testing/test-correction.ts';
import type { FakeRequest } from '../http/testing/fake-server.ts';
import { madeUpSurroundings } from '../http/testing/made-up-surroundings.ts';
import { PartnerizeCredentials } from './partnerize-client.ts';
import {
  type FakePartnerize,
  partnerizeConversions,
  startFakePartnerize,
} from './testing/fake-partnerize.ts';
import { partnerizeWriter } from './write.ts';

let clock = madeUpSurroundings();
let partnerize: FakePartnerize;
const signal = AbortSignal.timeout(60_000);
beforeEach(async () => {
  clock = madeUpSurroundings(Date.UTC(2026, 3, 1));
  partnerize = await startFakePartnerize(partnerizeConversions([600, 700, 800, 900]), clock);
});
afterEach(async () => {
  expect(partnerize.exceeded).toEqual([]);
  await partnerize.close();
});
const writer = () =>
  partnerizeWriter(
    PartnerizeCredentials.parse({
      ...{ applicationKey: 'app', userApiKey: 'key', campaignId: '10l176' },
      baseUrl: partnerize.baseUrl,
    }),
    { surroundings: clock, timeoutSeconds: 0.3 },
  );
const before = { status: 'pending', sale: '100000000', commission: '8000000' } as const;
const row = (index: number, change: Partial<Correction> = {}) =>
  testCorrection({
    network: 'partnerize',
    transactionId: `c${index}`,
    convertedAt: new Date(Date.UTC(2026, 2, 1, 10, index * 100)).toISOString(),
    before,
    ...change,
  });
const kept = { sku: 'A', quantity: 1, unitPrice: '60000000', discount: '0' };
const amend = row(3, {
  reason: 'partly_returned',
  after: { status: 'pending', sale: '60000000', commission: '4800000' },
  items: [kept],
});
const isBulk = ({ method }: FakeRequest) => method === 'POST';

describe('partnerizeWriter', () => {
  it('rejects, approves and amends in two calls, and the job and a second look say so', async () => {
    const rows = [
      row(0),
      row(1, { reason: 'fraud' }),
      row(2, { after: { ...before, status: 'approved' } }),
      amend,
    ];
    const { writeCorrections, lookUp, pollJob } = writer();
    expect(await writeCorrections(rows, 'key', signal)).toEqual([
      { state: 'accepted', job: 'job1' },
      { state: 'accepted', job: 'job1' },
      { state: 'accepted', job: 'job1' },
      { state: 'accepted', job: 'job2' },
    ]);
    expect(partnerize.changes).toEqual([
      'c0 rejected',
      'c1 fraudulent',
      'c2 approved',
      'c3/i3a 60',
      'c3/i3b 0',
    ]);
    expect(await pollJob('job1', signal)).toEqual({ state: 'done', errors: 0, refused: new Map() });
    expect(await lookUp(rows, signal)).toMatchObject([
      { state: 'done', found: { reason: 'order returned' } },
      { state: 'done' },
      { state: 'done' },
      { state: 'done', found: { sale: 60_000_000n } },
    ]);
  });

  it.each([
    ['without its lines', { items: null }],
    ['with a line that is not there', { items: [{ ...kept, sku: 'C' }] }],
    ['when the lines do not sum to it', { items: [{ ...kept, unitPrice: '59000000' }] }],
  ])('changes no amount %s', async (_, change) => {
    expect(await writer().writeCorrections([{ ...amend, ...change }], 'key', signal)).toMatchObject([
      { state: 'rejected', reason: expect.stringContaining('do not fit the items') },
    ]);
    expect(partnerize.requests.some(isBulk)).toBe(false);
  });

  it('hears from the job how many were refused, and by looking which', async () => {
    const { writeCorrections, lookUp, pollJob } = writer();
    await writeCorrections([row(0), row(9)], 'key', signal);
    expect(await pollJob('job1', signal)).toEqual({ state: 'done', errors: 1, refused: new Map() });
    expect(await lookUp([row(0), row(9)], signal)).toMatchObject([{ state: 'done' }, { state: 'missing' }]);
  });

  it('sends once when the answer is lost, and finds it done by looking', async () => {
    partnerize.failNext(['lose-answer'], isBulk);
    const { writeCorrections, lookUp } = writer();
    expect(await writeCorrections([row(0)], 'key', signal)).toMatchObject([{ state: 'unclear' }]);
    expect(partnerize.changes).toEqual(['c0 rejected']);
    expect(await lookUp([row(0)], signal)).toMatchObject([{ state: 'done' }]);
  });

  it.each([
    ['hang', 'unclear'],
    ['lose-call', 'unclear'],
    [{ status: 500, body: '' }, 'unclear'],
    [{ status: 202, body: 'thanks' }, 'unclear'],
    [{ status: 400, body: { error: { message: 'Validation error' } } }, 'rejected'],
    [{ status: 429, headers: { 'x-ratelimit-retry-after': '5' }, body: '' }, 'not_sent'],
  ] as const)('answered with %j the row is %s, and is sent once', async (fault, state) => {
    partnerize.failNext([fault], isBulk);
    expect(await writer().writeCorrections([row(0)], 'key', signal)).toMatchObject([{ state }]);
    expect(partnerize.requests.filter(isBulk)).toHaveLength(1);
    expect(partnerize.changes).toEqual([]);
  });

  it('sends nothing when an amount’s items cannot be read first', async () => {
    partnerize.failNext([{ status: 429, headers: { 'x-ratelimit-retry-after': '600' }, body: '' }]);
    expect(await writer().writeCorrections([row(0), amend], 'key', signal)).toMatchObject([
      { state: 'not_sent', retryAfterSeconds: 600 },
      { state: 'not_sent' },
    ]);
    expect(partnerize.requests.some(isBulk)).toBe(false);
  });
});
