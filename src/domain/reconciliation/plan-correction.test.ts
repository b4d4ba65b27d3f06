import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Correction } from '../networks/correction.ts';
import { planCorrection } from './plan-correction.ts';
import { planHash } from './plan-hash.ts';
import type { ReturnedCommission } from './returned-commission.ts';

const returned: fc.Arbitrary<ReturnedCommission> = fc
  .record({
    commission: fc.bigInt({ min: 1n, max: 10n ** 12n }),
    share: fc.bigInt({ min: 1n, max: 1_000n }),
    sale: fc.bigInt({ min: 0n, max: 10n ** 13n }),
    status: fc.constantFrom('pending', 'approved', 'unknown'),
    id: fc.nat(),
    quantity: fc.integer({ min: 1, max: 100 }),
    discount: fc.bigInt({ min: 0n, max: 10n ** 9n }),
  })
  .chain(({ commission, share, sale, status, id, quantity, discount }) =>
    fc.integer({ min: 0, max: quantity }).map((returnedInWindow) => {
      const part = (commission * share) / 1_000n;
      const reversedMicros = part === 0n ? 1n : part;
      return {
        network: 'awin',
        conversionId: `t${id}`,
        partnerId: 'p',
        orderId: `o${id}`,
        currency: 'GBP',
        convertedAt: new Date('2026-03-01T10:00:00Z'),
        status,
        saleMicros: sale,
        commissionMicros: commission,
        earnedMicros: commission,
        reversedMicros,
        clawbackMicros: 0n,
        fifoReversedMicros: reversedMicros,
        fifoClawbackMicros: 0n,
        lockAt: new Date('2026-04-01T10:00:00Z'),
        denial: null,
        daysAfterLock: null,
        isInferred: false,
        isTaken: false,
        isWaiting: false,
        correctedMicros: 0n,
        clawedBackMicros: 0n,
        told: null,
        items: [
          {
            sku: null,
            quantity,
            returnedInWindow,
            isDenied: false,
            unitPriceMicros: 1_000_000n,
            discountMicros: discount,
          },
        ],
      };
    }),
  );

it('plans exactly what came back, to the micro, and rows that networks’ writers can read', () => {
  fc.assert(
    fc.property(fc.array(returned, { maxLength: 20 }), (rows) => {
      const plan = rows.map(planCorrection);
      const moved = plan.reduce((sum, { moneyEffect }) => sum + BigInt(moneyEffect), 0n);
      expect(moved).toBe(-rows.reduce((sum, { reversedMicros }) => sum + reversedMicros, 0n));
      for (const row of plan) {
        expect(Correction.parse(row)).toEqual(row);
        expect(BigInt(row.after.commission)).toBe(BigInt(row.before.commission) + BigInt(row.moneyEffect));
        expect(row.after.status === 'reversed').toBe(row.after.commission === '0');
        expect(BigInt(row.after.sale)).toBeLessThanOrEqual(BigInt(row.before.sale));
      }
    }),
  );
});

it('hashes the rows whatever their order, and every figure of each', () => {
  fc.assert(
    fc.property(fc.array(returned, { minLength: 1, maxLength: 10 }), (rows) => {
      const plan = rows.map(planCorrection);
      expect(planHash(plan.toReversed())).toBe(planHash(plan));
      const [first, ...rest] = plan;
      if (!first) return;
      const changed = {
        ...first,
        after: { ...first.after, commission: `${BigInt(first.after.commission) + 1n}` },
      };
      expect(planHash([changed, ...rest])).not.toBe(planHash(plan));
    }),
  );
});
