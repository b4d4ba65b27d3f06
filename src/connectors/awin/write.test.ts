import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Correction } from '../../domain/networks/correction.ts';
import { testCorrection } from '../../domain/networks/testing/test-correction.ts';
import { madeUpSurroundings } from '../http/testing/made-up-surroundings.ts';
import { AwinCredentials } from './awin-client.ts';
import { type FakeAwin, startFakeAwin } from './testing/fake-awin.ts';
import { awinWriter } from './write.ts';

let clock = madeUpSurroundings();
let awin: FakeAwin;
const signal = AbortSignal.timeout(60_000);
beforeEach(async () => {
  clock = madeUpSurroundings();
  const sales = Array.from({ length: 5 }, (_, index) => ({
    id: index + 1,
    publisherId: 7,
    commissionStatus: 'pending',
    commissionAmount: { amount: 7.781, currency: 'GBP' },
    saleAmount: { amount: 97.26, currency: 'GBP' },
    transactionDate: '2026-03-01T10:42:00',
    validationDate: null,
  }));
  awin = await startFakeAwin(sales, clock);
});
afterEach(async () => {
  expect(awin.exceeded).toEqual([]);
  await awin.close();
});

const writer = () =>
  awinWriter(AwinCredentials.parse({ advertiserId: '1001', token: 'token-of-awin', baseUrl: awin.baseUrl }), {
    surroundings: clock,
    timeoutSeconds: 0.3,
  });
const decline = (id: number): Correction => testCorrection({ transactionId: String(id) });
const approve = testCorrection({
  transactionId: '2',
  after: { status: 'approved', sale: '97260000', commission: '7781000' },
});
const amend = testCorrection({
  transactionId: '3',
  after: { status: 'approved', sale: '40000000', commission: '3200000' },
  reason: 'partly_returned',
});

describe('awinWriter', () => {
  it('declines, approves and amends in one batch, and the job and a second look say so', async () => {
    const { writeCorrections, pollJob, lookUp } = writer();
    const rows = [decline(1), approve, amend];
    expect(await lookUp(rows, signal)).toMatchObject([
      { state: 'not_yet' },
      { state: 'not_yet' },
      { state: 'not_yet' },
    ]);
    const results = await writeCorrections(rows, 'key', signal);
    expect(results).toEqual(rows.map(() => ({ state: 'accepted', job: 'job-1' })));
    expect(awin.changes).toEqual(['decline 1', 'approve 2', 'amend 3']);
    expect(await pollJob('job-1', signal)).toEqual({ state: 'done', errors: 0, refused: new Map() });
    expect(await lookUp(rows, signal)).toMatchObject([
      { state: 'done', found: { status: 'reversed', reason: 'order returned' } },
      { state: 'done', found: { status: 'approved' } },
      { state: 'done', found: { sale: 40_000_000n } },
    ]);
  });

  it('hears from the job which rows were refused', async () => {
    const { writeCorrections, pollJob, lookUp } = writer();
    await writeCorrections([decline(1), decline(99)], 'key', signal);
    expect(await pollJob('job-1', signal)).toEqual({
      state: 'done',
      errors: 1,
      refused: new Map([['99', '[404 NOT_FOUND]']]),
    });
    expect(await lookUp([decline(99)], signal)).toEqual([{ state: 'missing' }]);
  });

  it('sends a batch once when its answer is lost, and finds it done by looking', async () => {
    awin.failNext(['lose-answer']);
    const { writeCorrections, lookUp } = writer();
    expect(await writeCorrections([decline(1)], 'key', signal)).toMatchObject([{ state: 'unclear' }]);
    expect(awin.changes).toEqual(['decline 1']);
    expect(await lookUp([decline(1)], signal)).toMatchObject([{ state: 'done' }]);
  });

  it.each([
    ['hang', 'unclear'],
    ['lose-call', 'unclear'],
    [{ status: 500, body: '' }, 'unclear'],
    [{ status: 200, body: '<html>hello</html>' }, 'unclear'],
    [{ status: 400, body: { error: 'bad' } }, 'rejected'],
    [{ status: 401, body: '' }, 'rejected'],
    [{ status: 429, headers: { 'retry-after': '5' }, body: '' }, 'not_sent'],
  ] as const)('answered with %j the row is %s, and nothing was changed', async (fault, state) => {
    awin.failNext([fault]);
    expect(await writer().writeCorrections([decline(1)], 'key', signal)).toMatchObject([{ state }]);
    expect(awin.requests).toHaveLength(1);
    expect(awin.changes).toEqual([]);
  });

  it('refuses an amount that no JSON number holds, and sends the rest', async () => {
    const exact = { status: 'pending', sale: '123456789012345678', commission: '1' } as const;
    const rows = [testCorrection({ transactionId: '3', after: exact }), decline(1)];
    expect(await writer().writeCorrections(rows, 'key', signal)).toMatchObject([
      { state: 'rejected', reason: 'The amount cannot be written exactly.' },
      { state: 'accepted' },
    ]);
    expect(awin.changes).toEqual(['decline 1']);
  });
});
