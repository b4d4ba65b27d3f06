import { describe, expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const NOW = Date.parse('2026-11-22T10:00:00Z');

describe('retryAfterMs', () => {
  it.each([
    ['seconds', null, '3', 3_000],
    ['parts of a second', null, '0.5', 500],
    ['a date', null, 'Sun, 22 Nov 2026 10:00:20 GMT', 20_000],
    ['a date that has passed', null, 'Sun, 22 Nov 2026 09:00:00 GMT', 0],
    ['milliseconds before seconds', '1500', '3', 1_500],
    ['an hour as ten minutes', null, '3600', 600_000],
    ['nothing', null, null, null],
    ['nonsense', null, 'soon', null],
    ['a negative figure', null, '-5 minutes ago', null],
  ])('reads %s', (_name, milliseconds, header, expected) => {
    expect(retryAfterMs(milliseconds, header, NOW)).toBe(expected);
  });
});
