import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { madeUpSurroundings } from '../http/testing/made-up-surroundings.ts';
import { readAll } from '../networks/testing/read-all.ts';
import { ImpactCredentials } from './impact-client.ts';
import { impactReader } from './read.ts';
import { type FakeImpact, startFakeImpact } from './testing/fake-impact.ts';
import { impactActions } from './testing/impact-actions.ts';

const MARCH = {
  from: new Date('2026-03-01T00:00:00Z'),
  until: new Date('2026-04-01T00:00:00Z'),
  by: 'sales',
} as const;
let clock = madeUpSurroundings();
let impact: FakeImpact;
beforeEach(async () => {
  clock = madeUpSurroundings(Date.UTC(2026, 3, 1));
  impact = await startFakeImpact([], clock);
});
afterEach(async () => {
  expect(impact.exceeded).toEqual([]);
  await impact.close();
});
const reader = (authToken = 'token-of-impact') =>
  impactReader(
    ImpactCredentials.parse({ accountSid: 'SID1', authToken, campaignId: '1000', baseUrl: impact.baseUrl }),
    { surroundings: clock, timeoutSeconds: 0.3 },
  );

describe('impactReader', () => {
  it('reads an action in our shape', async () => {
    impact.actions.push(...impactActions([600]));
    expect([...(await readAll(reader(), MARCH)).byId.values()]).toMatchObject([
      {
        transactionId: '1000.4636.0',
        orderRef: 'ORDER-0',
        partnerRef: '10000',
        subId: 'blog',
        clickedAt: new Date('2026-02-28T23:00:00Z'),
        convertedAt: new Date('2026-03-01T10:00:00Z'),
        sale: 100_000_000n,
        commission: 8_000_000n,
        status: 'pending',
        statusRaw: 'PENDING',
        locksAt: new Date('2026-05-01T00:00:00Z'),
        customerType: 'returning',
        code: 'SPRING',
      },
    ]);
  });

  it('takes a reversal for final only once the action is locked', async () => {
    impact.actions.push(
      ...impactActions([1, 2, 3, 4]).map((action, index) => ({
        ...action,
        ...[
          { State: 'REVERSED' },
          { State: 'REVERSED', LockingDate: '2026-03-31T23:59:59-00:00' },
          { State: 'APPROVED', ClearedDate: '2026-03-20T00:00:00-00:00' },
          { State: 'FROZEN' },
        ][index],
      })),
    );
    const statuses = [...(await readAll(reader(), MARCH)).byId.values()].map(({ status }) => status);
    expect(statuses).toEqual(['reversed-provisional', 'reversed', 'paid', 'unknown']);
  });

  it('finds what was updated and what was locked since', async () => {
    const [updated, locked, untouched] = impactActions([1, 2, 3]);
    if (!updated || !locked || !untouched) throw new Error('the actions are there');
    impact.actions.push(
      { ...updated, UpdateDate: '2026-03-25T00:00:00Z' },
      { ...locked, LockingDate: '2026-03-26T00:00:00Z' },
      untouched,
    );
    const { byId } = await readAll(reader(), {
      ...MARCH,
      from: new Date('2026-03-20T00:00:00Z'),
      by: 'changes',
    });
    expect([...byId.keys()]).toEqual([updated.Id, locked.Id]);
  });

  it('halves a window until it holds no more than ten pages', async () => {
    impact.actions.push(...impactActions(Array.from({ length: 120 }, (_, index) => index * 3)));
    const { byId, completeUntil } = await readAll(reader(), MARCH);
    expect(byId.size).toBe(120);
    expect(completeUntil.filter((at) => at !== null)).toEqual([MARCH.until]);
  });

  it('stops where even a minute holds too many', async () => {
    impact.actions.push(...impactActions(Array.from({ length: 120 }, () => 1)));
    await expect(readAll(reader(), MARCH)).rejects.toMatchObject({ code: 'system_answer_unusable' });
  });

  it('states what is too old to be had', async () => {
    const { gaps } = await readAll(reader(), {
      ...MARCH,
      from: new Date('2020-01-01T00:00:00Z'),
      until: new Date('2023-05-01T00:00:00Z'),
    });
    expect(gaps).toEqual(['impact.com gives nothing from before 2023-04-02.']);
  });

  it('reads every sale once, over pages and windows, through faults', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: 170_000 }), { maxLength: 90 }),
        fc.boolean(),
        async (minutes, hasFaults) => {
          impact.actions.splice(0, 999, ...impactActions(minutes));
          if (hasFaults)
            impact.failNext([
              'lose-answer',
              { status: 500, body: '' },
              null,
              { status: 429, headers: { 'x-ratelimit-reset': '30' }, body: '' },
            ]);
          const { byId } = await readAll(reader(), { ...MARCH, until: new Date('2026-06-30T00:00:00Z') });
          expect(byId.size).toBe(minutes.length);
          clock.advance(3_601_000);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('reads actions again by their ids', async () => {
    impact.actions.push(...impactActions([1]));
    const refs = ['1000.4636.0', '9.9.9'].map((transactionId) => ({ transactionId, convertedAt: null }));
    expect([...(await reader().readAgain(refs, AbortSignal.timeout(5_000))).keys()]).toEqual(['1000.4636.0']);
  });

  it.each([
    ['a wrong token', 'wrong', null, 'system_sign_in_refused'],
    ['a token that does not cover it', undefined, { status: 403, body: '' }, 'system_sign_in_refused'],
    ['an answer of another shape', undefined, { status: 200, body: [] }, 'system_answer_unusable'],
    [
      'a refused call',
      undefined,
      { status: 400, body: { Message: 'no such campaign' } },
      'system_answer_unusable',
    ],
  ])('refuses with %s', async (_, token, answer, code) => {
    if (answer) impact.failNext([answer]);
    await expect(readAll(reader(token), MARCH)).rejects.toMatchObject({ code });
  });
});
