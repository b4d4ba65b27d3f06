import { expect, it } from 'vitest';
import { pollDelaySeconds } from './poll-delay.ts';

it('doubles the wait between questions about a job, up to a quarter of an hour', () => {
  expect([1, 2, 3, 6, 7, 8, 5_000].map(pollDelaySeconds)).toEqual([15, 30, 60, 480, 900, 900, 900]);
});
