import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { madeUpSurroundings } from '../http/testing/made-up-surroundings.ts';
import { readAll } from '../networks/testing/read-all.ts';
import { readRefersionConversion, readRefersionTotals, refersionReader } from './read.ts';
import { RefersionCredentials, refersionClient } from './refersion-client.ts';
import { type FakeRefersion, refersionConversions, startFakeRefersion } from './testing/fake-refersion.ts';

const MARCH = {
  from: new Date('2026-03-01T00:00:00Z'),
  until: new Date('2026-04-01T00:00:00Z'),
  by: 'sales',
} as const;
let clock = madeUpSurroundings();
let refersion: FakeRefersion;
beforeEach(async () => {
  clock = madeUpSurroundings(Date.UTC(2026, 3, 1));
  refersion = await startFakeRefersion([], clock);
});
afterEach(async () => {
  expect(refersion.exceeded).toEqual([]);
  await refersion.close();
});
const credentials = (more: object = {}) =>
  RefersionCredentials.parse({
    publicKey: 'public',
    secretKey: 'secret',
    baseUrl: refersion.baseUrl,
    ...more,
  });
const deps = () => ({ surroundings: clock, timeoutSeconds: 0.3 });
const reader = (more: object = { listPath: '/conversions/list' }) =>
  refersionReader(credentials(more), deps());

describe('refersionReader', () => {
  it('states the gap where no list of conversions is named', async () => {
    const { byId, gaps, completeUntil } = await readAll(reader({}), MARCH);
    expect(byId.size).toBe(0);
    expect(gaps).toEqual([expect.stringContaining('documents no call that lists conversions')]);
    expect(completeUntil).toEqual([null]);
    await expect(
      reader({}).readAgain([{ transactionId: '1', convertedAt: null }], AbortSignal.timeout(1_000)),
    ).rejects.toMatchObject({ code: 'correction_impossible' });
  });

  it('reads every conversion of the time once, over pages, through faults', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 250 }),
        fc.boolean(),
        async (minutes, hasFaults) => {
          refersion.conversions.splice(0, 999, ...refersionConversions(minutes));
          if (hasFaults) refersion.failNext(['lose-answer', { status: 500, body: '' }, null, 'lose-call']);
          const { byId } = await readAll(reader(), MARCH);
          expect(byId.size).toBe(minutes.filter((minute) => minute < 31 * 24 * 60).length);
          // Another reader counts from nothing: let its minute pass.
          clock.advance(61_000);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('reads what a webhook brings in the same shape', () => {
    const [body] = refersionConversions([600]);
    expect(
      readRefersionConversion({ ...body, payment_status: 'PAID', status: 'APPROVED' }, new Date(0)),
    ).toMatchObject({
      transaction: {
        transactionId: '1',
        orderRef: 'ORDER-0',
        partnerRef: '7',
        subId: 'blog',
        clickedAt: new Date('2026-02-28T23:00:00Z'),
        sale: 100_000_000n,
        commission: 8_000_000n,
        status: 'paid',
        code: 'SPRING',
      },
    });
    expect(readRefersionConversion({ ...body, total: '1,000' }, new Date(0))).toMatchObject({
      setAside: { id: '1', problem: expect.stringContaining('sale must be') },
    });
  });

  it('reads totals to hold against what arrived', async () => {
    refersion.conversions.push(...refersionConversions([1]));
    const client = refersionClient(credentials(), deps());
    expect(await readRefersionTotals(client, MARCH, AbortSignal.timeout(5_000))).toEqual({
      ...{ conversions: '1', commission: '8.00', currency: 'GBP' },
    });
  });

  it('refuses with wrong keys', async () => {
    await expect(
      readAll(reader({ secretKey: 'x', listPath: '/conversions/list' }), MARCH),
    ).rejects.toMatchObject({
      code: 'system_sign_in_refused',
    });
  });
});
