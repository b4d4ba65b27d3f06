import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Correction } from '../../domain/networks/correction.ts';
import { testCorrection } from '../../domain/networks/testing/test-correction.ts';
import { madeUpSurroundings } from '../http/testing/made-up-surroundings.ts';
import { RefersionCredentials } from './refersion-client.ts';
import { type FakeRefersion, refersionConversions, startFakeRefersion } from './testing/fake-refersion.ts';
import { refersionWriter } from './write.ts';

let clock = madeUpSurroundings();
let refersion: FakeRefersion;
const signal = AbortSignal.timeout(60_000);
beforeEach(async () => {
  clock = madeUpSurroundings(Date.UTC(2026, 3, 1));
  refersion = await startFakeRefersion(
    refersionConversions(Array.from({ length: 120 }, (_, index) => index)),
    clock,
  );
});
afterEach(async () => {
  expect(refersion.exceeded).toEqual([]);
  await refersion.close();
});
const writer = (listPath: string | null = '/conversions/list') =>
  refersionWriter(
    RefersionCredentials.parse({
      publicKey: 'public',
      secretKey: 'secret',
      listPath,
      baseUrl: refersion.baseUrl,
    }),
    { surroundings: clock, timeoutSeconds: 0.3 },
  );
const before = { status: 'pending', sale: '100000000', commission: '8000000' } as const;
const row = (id: number, change: Partial<Correction> = {}) =>
  testCorrection({
    network: 'refersion',
    transactionId: String(id),
    orderRef: `ORDER-${id - 1}`,
    before,
    ...change,
  });
const part = row(4, {
  reason: 'partly_returned',
  after: { status: 'pending', sale: '60000000', commission: '4800000' },
  returned: [{ sku: 'B', quantity: 1, unitPrice: '40000000', discount: '0' }],
});

describe('refersionWriter', () => {
  it('sets states, and cancels the lines that came back', async () => {
    const rows = [
      row(1),
      row(2, { reason: 'fraud' }),
      row(3, { after: { ...before, status: 'approved' } }),
      part,
    ];
    const { writeCorrections, lookUp, pollJob } = writer();
    const results = await writeCorrections(rows, 'key', signal);
    expect(results).toEqual([
      ...Array(3).fill({ state: 'accepted', job: null }),
      { state: 'accepted', job: '94' },
    ]);
    expect(refersion.changes).toEqual(['APPROVED 3', 'DENIED 2', 'UNQUALIFIED 1', 'cancel ORDER-3 B x1']);
    expect(await lookUp(rows.slice(0, 3), signal)).toMatchObject(Array(3).fill({ state: 'done' }));
    expect(await pollJob('94', signal)).toEqual({ state: 'unknown' });
  });

  it('keeps to 50 ids a call', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => row(index + 1));
    const results = await writer().writeCorrections(rows, 'key', signal);
    expect(results.every(({ state }) => state === 'accepted')).toBe(true);
    expect(refersion.requests).toHaveLength(3);
    expect(new Set(refersion.changes).size).toBe(120);
  });

  it('believes the lists of ids, not the status', async () => {
    refersion.conversions.splice(0, 1, { ...refersionConversions([0])[0], payment_status: 'PAID' } as never);
    expect(await writer().writeCorrections([row(1), row(2)], 'key', signal)).toMatchObject([
      { state: 'rejected' },
      { state: 'accepted' },
    ]);
    refersion.failNext([{ status: 200, body: { ids_changed: [], ids_not_changed: [] } }]);
    expect(await writer().writeCorrections([row(3)], 'key', signal)).toMatchObject([{ state: 'unclear' }]);
  });

  it('cannot be looked at without a list', async () => {
    expect(await writer(null).lookUp([row(1)], signal)).toMatchObject([{ state: 'unseen' }]);
  });

  it('cancels lines once when the answer is lost', async () => {
    refersion.failNext(['lose-answer']);
    expect(await writer().writeCorrections([part], 'key', signal)).toMatchObject([{ state: 'unclear' }]);
    expect(refersion.changes).toEqual(['cancel ORDER-3 B x1']);
    expect(await writer().writeCorrections([{ ...part, returned: null }], 'key', signal)).toMatchObject([
      { state: 'rejected' },
    ]);
    expect(refersion.requests).toHaveLength(1);
  });

  it.each([
    ['hang', 'unclear'],
    [{ status: 500, body: '' }, 'unclear'],
    [{ status: 200, body: '{}' }, 'unclear'],
    [{ status: 422, body: { errors: ['plan'] } }, 'rejected'],
    [{ status: 429, body: { error: 'Max number of elements' } }, 'rejected'],
  ] as const)('answered with %j the row is %s, and is sent once', async (fault, state) => {
    refersion.failNext([fault]);
    expect(await writer().writeCorrections([row(1)], 'key', signal)).toMatchObject([{ state }]);
    expect(refersion.requests).toHaveLength(1);
    expect(refersion.changes).toEqual([]);
  });
});
