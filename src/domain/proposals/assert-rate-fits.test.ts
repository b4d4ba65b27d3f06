import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assertRateFits } from './assert-rate-fits.ts';

const bps = fc.integer({ min: 0, max: 10_000 });

it('lets a raise pass up to break-even as it is now, and nothing once another rate holds', () => {
  fc.assert(
    fc.property(bps, bps, bps, fc.option(bps), (fromBps, toBps, rateBps, breakEvenBps) => {
      const effect = {
        kind: 'commission.change',
        partnerId: 'p1',
        network: 'awin',
        skuGroup: null,
        fromBps,
        toBps,
        startsAt: '2026-03-10T00:00:00.000Z',
        endsAt: null,
      } as const;
      const isRaise = toBps > fromBps;
      const holds =
        toBps !== fromBps &&
        rateBps === fromBps &&
        (!isRaise || (breakEvenBps !== null && toBps <= breakEvenBps));
      const check = () => assertRateFits(effect, { rateBps, breakEvenBps });
      if (holds) expect(check).not.toThrow();
      else expect(check).toThrow();
    }),
    {
      examples: [
        [800, 900, 800, 900],
        [800, 900, 800, null],
        [800, 700, 800, null],
        [800, 900, 850, 1_000],
      ],
    },
  );
});
