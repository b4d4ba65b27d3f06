import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery, DeliveryTarget } from '../../domain/deliveries/delivery-target.ts';
import type { Correction } from '../../domain/networks/correction.ts';
import type { CorrectionJournal, JournalEntry } from '../../domain/networks/correction-journal.ts';
import { testCorrection } from '../../domain/networks/testing/test-correction.ts';
import { AwinCredentials } from '../awin/awin-client.ts';
import { type FakeAwin, startFakeAwin } from '../awin/testing/fake-awin.ts';
import { awinWriter } from '../awin/write.ts';
import type { FakeRequest } from '../http/testing/fake-server.ts';
import { madeUpSurroundings } from '../http/testing/made-up-surroundings.ts';
import { ImpactCredentials } from '../impact/impact-client.ts';
import { type FakeImpact, startFakeImpact } from '../impact/testing/fake-impact.ts';
import { impactActions } from '../impact/testing/impact-actions.ts';
import { impactWriter } from '../impact/write.ts';
import { createNetworkTarget } from './write.ts';

const signal = AbortSignal.timeout(60_000);
let clock = madeUpSurroundings();
let awin: FakeAwin;
let impact: FakeImpact;
beforeEach(async () => {
  clock = madeUpSurroundings(Date.UTC(2026, 3, 1));
  const sales = [1, 2, 3].map((id) => ({
    ...{
      id,
      publisherId: 7,
      commissionStatus: 'pending',
      commissionAmount: { amount: 7.781, currency: 'GBP' },
    },
    ...{
      saleAmount: { amount: 97.26, currency: 'GBP' },
      transactionDate: '2026-03-01T10:42:00',
      validationDate: null,
    },
  }));
  awin = await startFakeAwin(sales, clock);
  impact = await startFakeImpact(impactActions([1, 2, 3, 4, 5, 6]), clock);
});
afterEach(async () => {
  expect([...awin.exceeded, ...impact.exceeded]).toEqual([]);
  await awin.close();
  await impact.close();
});

/** Survives the target, as the database does. */
function memoryJournal(): CorrectionJournal & { failWrites(count: number): void } {
  const kept = new Map<string, Map<string, JournalEntry>>();
  let failures = 0;
  return {
    read: async (actionId) => new Map(kept.get(actionId)),
    write: async (actionId, entries) => {
      // The first write of an attempt goes through; the crash comes after the call.
      if (failures > 0 && [...entries.values()].some(({ state }) => state !== 'sending')) {
        failures -= 1;
        throw new Error('the process was killed');
      }
      kept.set(actionId, new Map([...(kept.get(actionId) ?? []), ...entries]));
    },
    failWrites: (count) => {
      failures = count;
    },
  };
}

const deps = () => ({ surroundings: clock, timeoutSeconds: 0.3 });
const row = (id: string, change: Partial<Correction> = {}) =>
  testCorrection({ transactionId: id, ...change });
const impactRows = [0, 1, 2, 3].map((index) =>
  row(`1000.4636.${index}`, {
    network: 'impact',
    before: { status: 'pending', sale: '100000000', commission: '8000000' },
  }),
);
const DELIVERY = { idempotencyKey: 'action-1', proposalId: 'p1' } as Delivery;
const isWrite = ({ method }: FakeRequest) => method !== 'GET';

function targets(rows: readonly Correction[], journal = memoryJournal()) {
  const parts = { journal, rowsOf: async () => rows, now: () => new Date(clock.nowMs()) };
  const atAwin = (): DeliveryTarget =>
    createNetworkTarget({
      ...parts,
      writer: awinWriter(
        AwinCredentials.parse({ advertiserId: '1001', token: 'token-of-awin', baseUrl: awin.baseUrl }),
        deps(),
      ),
    });
  const atImpact = (): DeliveryTarget =>
    createNetworkTarget({
      ...parts,
      writer: impactWriter(
        ImpactCredentials.parse({
          ...{ accountSid: 'SID1', authToken: 'token-of-impact', campaignId: '1000' },
          baseUrl: impact.baseUrl,
        }),
        deps(),
      ),
    });
  return { journal, atAwin, atImpact };
}

describe('a network as the outbox’s target', () => {
  it('takes a plan once, and gives the same receipt to whoever asks later', async () => {
    const { atAwin } = targets([row('1'), row('2'), row('99')]);
    const answer = await atAwin().deliver(DELIVERY, signal);
    expect(answer).toMatchObject({
      state: 'accepted',
      receipt: { body: { network: 'awin', rows: 3, accepted: 3, rejected: 0, jobs: ['job-1'] } },
    });
    expect(await atAwin().lookUp?.('action-1', signal)).toMatchObject({ body: { accepted: 3 } });
    expect(await atAwin().deliver(DELIVERY, signal)).toMatchObject({ state: 'accepted' });
    expect(awin.requests.filter(isWrite)).toHaveLength(1);
    expect(awin.changes).toEqual(['decline 1', 'decline 2']);
  });

  it('knows nothing of an action that never went out', async () => {
    expect(
      await targets([row('1')])
        .atAwin()
        .lookUp?.('action-1', signal),
    ).toBeNull();
    expect(awin.requests).toHaveLength(0);
  });

  it('finds a batch done whose answer was lost, without sending it again', async () => {
    awin.failNext(['lose-answer'], isWrite);
    const { atAwin } = targets([row('1'), row('2')]);
    expect(await atAwin().deliver(DELIVERY, signal)).toMatchObject({ state: 'unclear' });
    expect(await atAwin().lookUp?.('action-1', signal)).toMatchObject({ body: { accepted: 2 } });
    expect(await atAwin().deliver(DELIVERY, signal)).toMatchObject({ state: 'accepted' });
    expect(awin.requests.filter(isWrite)).toHaveLength(1);
  });

  it('stays unclear, and sends nothing, while the network does not show what may have been sent', async () => {
    awin.failNext(['lose-call'], isWrite);
    const { atAwin } = targets([row('1')]);
    for (let attempts = 0; attempts < 3; attempts += 1) {
      expect(await atAwin().deliver(DELIVERY, signal)).toMatchObject({ state: 'unclear' });
      expect(await atAwin().lookUp?.('action-1', signal)).toBeNull();
    }
    expect(awin.requests.filter(isWrite)).toHaveLength(1);
    expect(awin.changes).toEqual([]);
  });

  it('does nothing twice when the process is killed after the call', async () => {
    const { journal, atAwin } = targets([row('1'), row('2')]);
    journal.failWrites(1);
    await expect(atAwin().deliver(DELIVERY, signal)).rejects.toThrow('killed');
    expect(await atAwin().lookUp?.('action-1', signal)).toMatchObject({ body: { accepted: 2 } });
    expect(await atAwin().deliver(DELIVERY, signal)).toMatchObject({ state: 'accepted' });
    expect(awin.requests.filter(isWrite)).toHaveLength(1);
  });

  it('goes on after too many calls with the rows that were not sent', async () => {
    impact.failNext(
      [null, null, { status: 429, headers: { 'x-ratelimit-reset': '300' }, body: '' }],
      isWrite,
    );
    const { atImpact } = targets(impactRows);
    const target = atImpact();
    expect(await target.deliver(DELIVERY, signal)).toMatchObject({ state: 'failed', retryAfterSeconds: 300 });
    expect(impact.changes).toHaveLength(2);
    clock.advance(300_000);
    expect(await target.deliver(DELIVERY, signal)).toMatchObject({
      state: 'accepted',
      receipt: { body: { accepted: 4 } },
    });
    expect(impact.changes.map((change) => change.split(' ')[1])).toEqual(
      impactRows.map(({ transactionId }) => transactionId),
    );
  });

  it('is refused when every row is, and says why', async () => {
    const approvals = impactRows.map((correction) => ({
      ...correction,
      after: { ...correction.before, status: 'approved' as const },
    }));
    expect(await targets(approvals).atImpact().deliver(DELIVERY, signal)).toEqual({
      state: 'refused',
      reason: 'impact.com approves by itself when the action locks.',
    });
    const mixed = targets([...approvals.slice(0, 1), ...impactRows.slice(1)]);
    expect(await mixed.atImpact().deliver(DELIVERY, signal)).toMatchObject({
      state: 'accepted',
      receipt: { body: { accepted: 3, rejected: 1, reasons: [expect.stringContaining('by itself')] } },
    });
  });

  it('says that it could not look when the network is down', async () => {
    awin.failNext(['lose-answer'], isWrite);
    const { atAwin } = targets([row('1')]);
    await atAwin().deliver(DELIVERY, signal);
    awin.failNext(Array.from({ length: 4 }, () => ({ status: 500, body: '' })));
    expect(await atAwin().deliver(DELIVERY, signal)).toMatchObject({
      state: 'unclear',
      reason: 'It could not be looked up: Awin fails with status 500.',
    });
    expect(awin.requests.filter(isWrite)).toHaveLength(1);
  });
});
