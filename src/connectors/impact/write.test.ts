import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Correction } from '../../domain/networks/correction.ts';
import { testCorrection } from '../../domain/networks/testing/test-correction.ts';
import { madeUpSurroundings } from '../http/testing/made-up-surroundings.ts';
import { ImpactCredentials } from './impact-client.ts';
import { type FakeImpact, startFakeImpact } from './testing/fake-impact.ts';
import { impactActions } from './testing/impact-actions.ts';
import { impactWriter } from './write.ts';

let clock = madeUpSurroundings();
let impact: FakeImpact;
const signal = AbortSignal.timeout(60_000);
beforeEach(async () => {
  clock = madeUpSurroundings(Date.UTC(2026, 3, 1));
  impact = await startFakeImpact(impactActions([1, 2, 3]), clock);
});
afterEach(async () => {
  expect(impact.exceeded).toEqual([]);
  await impact.close();
});
const writer = () =>
  impactWriter(
    ImpactCredentials.parse({
      accountSid: 'SID1',
      authToken: 'token-of-impact',
      campaignId: '1000',
      baseUrl: impact.baseUrl,
    }),
    { surroundings: clock, timeoutSeconds: 0.3 },
  );
const before = { status: 'pending', sale: '100000000', commission: '8000000' } as const;
const row = (index: number, change: Partial<Correction> = {}) =>
  testCorrection({ network: 'impact', transactionId: `1000.4636.${index}`, before, ...change });
const amend = row(1, {
  reason: 'partly_returned',
  after: { status: 'pending', sale: '40500000', commission: '3240000' },
});

describe('impactWriter', () => {
  it('reverses and changes one action a call, and the submission and a second look say so', async () => {
    const rows = [row(0, { reason: 'fraud' }), amend];
    const { writeCorrections, lookUp, pollJob } = writer();
    expect(await writeCorrections(rows, 'key', signal)).toEqual([
      { state: 'accepted', job: 'A-1' },
      { state: 'accepted', job: 'A-2' },
    ]);
    expect(impact.changes).toEqual(['reverse 1000.4636.0 CONS_FRAUD', 'amend 1000.4636.1 40.50']);
    expect(await pollJob('A-2', signal)).toEqual({ state: 'done', errors: 0, refused: new Map() });
    expect(await lookUp(rows, signal)).toMatchObject([
      { state: 'done', found: { status: 'reversed-provisional' } },
      { state: 'done', found: { sale: 40_500_000n } },
    ]);
  });

  it('hears from the submission that a locked action was left as it is', async () => {
    impact.actions.splice(0, 1, {
      ...(impact.actions[0] ?? amendless()),
      LockingDate: '2026-03-20T00:00:00Z',
    });
    const { writeCorrections, lookUp, pollJob } = writer();
    expect(await writeCorrections([row(0)], 'key', signal)).toMatchObject([{ state: 'accepted' }]);
    expect(await pollJob('A-1', signal)).toEqual({
      state: 'failed',
      reason: 'impact.com refuses it: Validation: ACTION_LOCKED',
    });
    expect(await lookUp([row(0), row(9)], signal)).toMatchObject([
      { state: 'not_yet' },
      { state: 'missing' },
    ]);
  });

  it('approves nothing: that is the lock’s', async () => {
    const approve = row(2, { after: { ...before, status: 'approved' } });
    expect(await writer().writeCorrections([approve], 'key', signal)).toMatchObject([{ state: 'rejected' }]);
    expect(impact.requests).toHaveLength(0);
  });

  it('sends a row once when its answer is lost, goes on with the others, and finds it done by looking', async () => {
    impact.failNext(['lose-answer']);
    const { writeCorrections, lookUp } = writer();
    expect(await writeCorrections([row(0), amend], 'key', signal)).toMatchObject([
      { state: 'unclear' },
      { state: 'accepted' },
    ]);
    expect(impact.changes).toHaveLength(2);
    expect(await lookUp([row(0)], signal)).toMatchObject([{ state: 'done' }]);
  });

  it('stops at too many calls, and says which rows were not sent', async () => {
    impact.failNext([null, { status: 429, headers: { 'x-ratelimit-reset': '1200' }, body: '' }]);
    expect(await writer().writeCorrections([row(0), amend, row(2)], 'key', signal)).toMatchObject([
      { state: 'accepted' },
      { state: 'not_sent', retryAfterSeconds: 1_200 },
      { state: 'not_sent', retryAfterSeconds: 1_200 },
    ]);
    expect(impact.requests).toHaveLength(2);
  });

  it.each([
    ['hang', 'unclear'],
    [{ status: 502, body: '' }, 'unclear'],
    [{ status: 200, body: 'OK' }, 'unclear'],
    [{ status: 403, body: '' }, 'rejected'],
  ] as const)('answered with %j the row is %s, and is sent once', async (fault, state) => {
    impact.failNext([fault]);
    expect(await writer().writeCorrections([row(0)], 'key', signal)).toMatchObject([{ state }]);
    expect(impact.requests).toHaveLength(1);
    expect(impact.changes).toEqual([]);
  });
});

function amendless(): never {
  throw new Error('the action is there');
}
