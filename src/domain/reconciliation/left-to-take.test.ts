import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leftToTake } from './left-to-take.ts';

const micros = fc.bigInt({ min: 0n, max: 1_000n });
const found = fc.record({ inWindow: micros, late: micros });

it('takes in the end what was found at the most, in two ways together, however it moved between them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(found, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 10 }),
      found,
      (story, last) => {
        const taken = { inWindow: 0n, late: 0n };
        let most = 0n;
        const take = (now: typeof taken, isCorrected: boolean, isClawedBack: boolean): void => {
          const sides = () =>
            [
              { foundMicros: now.inWindow, takenMicros: taken.inWindow },
              { foundMicros: now.late, takenMicros: taken.late },
            ] as const;
          const [inWindow, late] = sides();
          if (isCorrected) taken.inWindow += leftToTake(inWindow, late);
          const [after, lateAfter] = sides();
          if (isClawedBack) taken.late += leftToTake(lateAfter, after);
          most = now.inWindow + now.late > most ? now.inWindow + now.late : most;
        };
        for (const [now, isCorrected, isClawedBack] of story) take(now, isCorrected, isClawedBack);
        take(last, true, true);
        expect(taken.inWindow + taken.late).toBeLessThanOrEqual(most);
        expect(taken.inWindow + taken.late).toBeGreaterThanOrEqual(last.inWindow + last.late);
      },
    ),
  );
});
