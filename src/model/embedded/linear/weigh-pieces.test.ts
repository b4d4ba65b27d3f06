import { expect, test } from 'vitest';
import { weighPieces } from './weigh-pieces.ts';

test('weighed pieces have length 1, the rarer and the more frequent weigh more, and the unknown nothing', () => {
  const rarity = Float32Array.from([9, 1, 2, 0, 1]);
  const weighed = new Map(
    weighPieces(
      new Map([
        [0, 1],
        [1, 1],
        [2, 1],
        [3, 5],
      ]),
      rarity,
      1,
    ),
  );
  expect([...weighed.values()].reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 12);
  expect(weighed.get(1)).toBeCloseTo(2 * (weighed.get(0) ?? 0), 12);
  expect(weighed.get(2)).toBe(0);
  expect(weighed.get(3)).toBeCloseTo((1 + Math.log(5)) * (weighed.get(0) ?? 0), 12);
});

test('a text of nothing known weighs nothing', () => {
  expect(weighPieces(new Map([[0, 3]]), new Float32Array(2), 0)).toEqual([[0, 0]]);
});
