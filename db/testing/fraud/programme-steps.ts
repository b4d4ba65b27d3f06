import fc from 'fast-check';
import { HOSTS } from './expected-click-sketches.ts';
import type { RowWriter } from './write-rows.ts';

/** One thing that an import does. */
export type Step = (write: RowWriter) => Promise<void>;

const MIDNIGHT = Date.parse('2026-03-01T00:00:00Z');
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null, freq: 3 });

/** Near a midnight that also parts two months; often in steps of ten minutes, so that half hours are met to the millisecond. */
const time = fc
  .oneof(
    { weight: 3, arbitrary: fc.integer({ min: -9, max: 9 }).map((steps) => steps * 600) },
    { weight: 2, arbitrary: fc.integer({ min: -90 * 60, max: 90 * 60 }) },
    { weight: 1, arbitrary: fc.integer({ min: -3 * 86_400, max: 3 * 86_400 }) },
  )
  .chain((seconds) =>
    fc.constantFrom(0, 0, 0, 1, 999).map((ms) => new Date(MIDNIGHT + seconds * 1_000 + ms)),
  );

const partnerId = fc.constantFrom('p1', 'p2', 'p3');
const clickId = fc.constantFrom('c1', 'c2', 'c3', 'c4');
const visitorId = fc.constantFrom('v1', 'v2', 'v3');
const orderId = fc.constantFrom('o1', 'o2', 'o3');
const code = fc.constantFrom('SAVE', ' save ', 'SPRING');
const device = orNull(fc.constantFrom('mobile', 'Mobile', 'toaster'));
const page = fc.constantFrom(...Object.keys(HOSTS));

const click = fc.record({
  partnerId,
  clickId,
  subId: orNull(fc.constantFrom('', 's1', 's2')),
  visitorId: orNull(visitorId),
  clickedAt: time,
  referrer: orNull(page),
  userAgent: orNull(fc.constantFrom('Mozilla/5.0', 'GoogleBot/2.1', 'python-requests/2')),
  ipHash: orNull(fc.constantFrom('ip1', 'ip2')),
  device,
});

const conversion = fc
  .record({
    partnerId,
    network: fc.constantFrom('awin', 'direct'),
    conversionId: fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5'),
    orderId: orNull(orderId),
    clickId: orNull(clickId),
    // Close to the order and on both sides of it; seconds before it, negative when the click comes later.
    clickedBefore: orNull(fc.constantFrom(-30, -0.001, 0, 0.4, 1, 9.999, 10, 59.999, 60, 600, 90_000)),
    convertedAt: time,
    lapseSeconds: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(-20, 0, 5, 30, 61) },
    ),
    commissionMicros: fc.constantFrom(0n, 1n, 4_250_000n, -1_000_000n),
    currency: fc.constantFrom('GBP', 'EUR'),
    status: fc.constantFrom('pending', 'approved', 'paid', 'reversed', 'reversed-provisional', 'unknown'),
    code: orNull(code),
    customerType: orNull(fc.constantFrom('new' as const, 'returning' as const)),
    device,
  })
  .map(({ clickedBefore, ...row }) => ({
    partnerId: row.partnerId,
    network: row.network,
    conversionId: row.conversionId,
    orderId: row.orderId,
    clickId: row.clickId,
    clickedAt: clickedBefore === null ? null : new Date(row.convertedAt.getTime() - clickedBefore * 1_000),
    convertedAt: row.convertedAt,
    lapseSeconds: row.lapseSeconds,
    commissionMicros: row.commissionMicros,
    currency: row.currency,
    status: row.status,
    code: row.code,
    customerType: row.customerType,
    device: row.device,
  }));

const siteEvent = fc.record({
  visitorId,
  occurredAt: time,
  event: fc.constantFrom('view' as const, 'cart' as const, 'checkout' as const, 'purchase' as const),
});

/** More than twenty clicks at once, so that bursts are seen. */
const burst = click.chain((row) =>
  fc.integer({ min: 19, max: 23 }).map(
    (clicks): Step =>
      async (write) => {
        for (let index = 0; index < clicks; index += 1)
          await write.click({ ...row, clickId: `burst${index}` });
      },
  ),
);

/** Imports to be refreshed after, one after the other; rows come again with other content, and late. */
export function programmeSteps(): fc.Arbitrary<Step[][]> {
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: click.map(
        (row): Step =>
          (write) =>
            write.click(row),
      ),
    },
    {
      weight: 6,
      arbitrary: conversion.map(
        (row): Step =>
          (write) =>
            write.conversion(row),
      ),
    },
    {
      weight: 4,
      arbitrary: siteEvent.map(
        (row): Step =>
          (write) =>
            write.siteEvent(row),
      ),
    },
    {
      weight: 3,
      arbitrary: fc
        .record({ orderId, customerId: orNull(fc.constantFrom('b1', 'b2')), visitorId: orNull(visitorId) })
        .map(
          (row): Step =>
            (write) =>
              write.order(row),
        ),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({ code: fc.constantFrom('Save', 'SPRING'), ownerPartnerId: orNull(partnerId) })
        .map(
          (row): Step =>
            (write) =>
              write.code(row),
        ),
    },
    {
      weight: 1,
      arbitrary: fc.record({ partnerId, website: orNull(page) }).map(
        (row): Step =>
          (write) =>
            write.partner(row),
      ),
    },
    { weight: 1, arbitrary: burst },
  );
  return fc.array(fc.array(step, { minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 6 });
}
