import { expect, it } from 'vitest';
import { startingRate } from './starting-rate.ts';

const POLICY = { roomShareBps: 5_000, rateStepBps: 50 };

it.each([
  [1_733, null, 850],
  [1_733, 700, 700],
  [1_733, 1_200, 850],
  [90, null, null],
  [0, 500, null],
])('starts at a share of break-even %i bps, no higher than the usual %s', (breakEvenBps, usualBps, rate) => {
  expect(startingRate({ breakEvenBps, usualBps }, POLICY)).toBe(rate);
});
