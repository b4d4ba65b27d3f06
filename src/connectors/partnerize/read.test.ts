import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { madeUpSurroundings } from '../http/testing/made-up-surroundings.ts';
import { readAll } from '../networks/testing/read-all.ts';
import { PartnerizeCredentials } from './partnerize-client.ts';
import { partnerizeReader } from './read.ts';
import {
  type FakeConversion,
  type FakePartnerize,
  partnerizeConversions,
  startFakePartnerize,
} from './testing/fake-partnerize.ts';

const MARCH = {
  from: new Date('2026-03-01T00:00:00Z'),
  until: new Date('2026-04-01T00:00:00Z'),
  by: 'sales',
} as const;
let clock = madeUpSurroundings();
let partnerize: FakePartnerize;
beforeEach(async () => {
  clock = madeUpSurroundings(Date.UTC(2026, 3, 1));
  partnerize = await startFakePartnerize([], clock);
});
afterEach(async () => {
  expect(partnerize.exceeded).toEqual([]);
  await partnerize.close();
});
const reader = (fake = partnerize, userApiKey = 'key') =>
  partnerizeReader(
    PartnerizeCredentials.parse({
      ...{ applicationKey: 'app', userApiKey, campaignId: '10l176' },
      baseUrl: fake.baseUrl,
    }),
    { surroundings: clock, timeoutSeconds: 0.3 },
  );

const three = () => partnerizeConversions([1, 2, 3]) as [FakeConversion, FakeConversion, FakeConversion];

describe('partnerizeReader', () => {
  it('reads a conversion in our shape, the commission without the network’s share', async () => {
    partnerize.conversions.push(...partnerizeConversions([600]));
    expect([...(await readAll(reader(), MARCH)).byId.values()]).toMatchObject([
      {
        transactionId: 'c0',
        orderRef: 'ORDER-0',
        partnerRef: '1l92',
        subId: 'blog',
        clickedAt: new Date('2026-03-01T09:50:00Z'),
        convertedAt: new Date('2026-03-01T10:00:00Z'),
        ttcSeconds: 600,
        sale: 100_000_000n,
        commission: 8_000_000n,
        status: 'pending',
        customerType: 'returning',
        code: 'SPRING',
        items: [
          { sku: 'A', sale: 60_000_000n, commission: 4_800_000n },
          { sku: 'B', sale: 40_000_000n, commission: 3_200_000n },
        ],
      },
    ]);
  });

  it('takes no lag that the times contradict, and no state it does not know', async () => {
    const [lagging, mixed, paid] = three();
    partnerize.conversions.push(
      { ...lagging, conversion_lag: 10 },
      {
        ...mixed,
        conversion_value: { conversion_status: 'mixed', value: 1, publisher_commission: 1 },
      },
      {
        ...paid,
        conversion_value: { conversion_status: 'approved', value: 1, publisher_commission: 1 },
        invoice_paid_date: '2026-03-20 00:00:00',
      },
    );
    expect([...(await readAll(reader(), MARCH)).byId.values()]).toMatchObject([
      { ttcSeconds: null },
      { status: 'unknown', statusRaw: 'mixed' },
      { status: 'paid', paidAt: new Date('2026-03-20T00:00:00Z') },
    ]);
  });

  it('finds what was modified or approved since', async () => {
    const [modified, approved, untouched] = three();
    partnerize.conversions.push(
      { ...modified, last_modified: '2026-03-25 00:00:00' },
      { ...approved, approved_at: '2026-03-26 00:00:00' },
      untouched,
    );
    const request = { ...MARCH, from: new Date('2026-03-20T00:00:00Z'), by: 'changes' } as const;
    expect([...(await readAll(reader(), request)).byId.keys()]).toEqual(['c0', 'c1']);
  });

  it.each(['cursor', 'offset', 'count'] as const)(
    'reads every sale once by %s, through faults',
    async (paging) => {
      const fake = await startFakePartnerize([], { ...clock, paging });
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 1, max: 150_000 }), { maxLength: 40 }),
          fc.boolean(),
          async (minutes, hasFaults) => {
            fake.conversions.splice(0, 999, ...partnerizeConversions(minutes));
            const busy = { status: 429, headers: { 'x-ratelimit-retry-after': '11' }, body: '' };
            if (hasFaults)
              fake.failNext(['lose-answer', null, busy, { status: 500, body: '<p>' }, 'lose-call']);
            const { byId, completeUntil } = await readAll(reader(fake), {
              ...MARCH,
              until: new Date('2026-06-30T00:00:00Z'),
            });
            expect(byId.size).toBe(minutes.length);
            expect(completeUntil.at(-1)).toEqual(new Date('2026-06-30T00:00:00Z'));
            // Another reader counts from nothing: let its minute pass.
            clock.advance(61_000);
          },
        ),
        { numRuns: 8 },
      );
      expect(fake.exceeded).toEqual([]);
      await fake.close();
    },
  );

  it('stops when the pages do not go on', async () => {
    const stuck = {
      count: 10,
      conversions: [{ conversion_data: partnerizeConversions([1])[0] }],
      hypermedia: { pagination: { next_page: '/x?cursor_id=7' } },
    };
    partnerize.failNext(Array.from({ length: 3 }, () => ({ status: 200, body: stuck })));
    await expect(readAll(reader(), MARCH)).rejects.toMatchObject({ code: 'system_answer_unusable' });
  });

  it.each([
    ['wrong keys', 'wrong', null, 'system_sign_in_refused'],
    ['no right to the campaign', 'key', { status: 403, body: '' }, 'system_sign_in_refused'],
    [
      'an answer of another shape',
      'key',
      { status: 200, body: { conversions: {} } },
      'system_answer_unusable',
    ],
    [
      'a long wait',
      'key',
      { status: 429, headers: { 'x-ratelimit-retry-after': '900' }, body: '' },
      'system_busy',
    ],
  ])('refuses with %s', async (_, userApiKey, answer, code) => {
    if (answer) partnerize.failNext([answer]);
    await expect(readAll(reader(partnerize, userApiKey), MARCH)).rejects.toMatchObject({ code });
  });
});
