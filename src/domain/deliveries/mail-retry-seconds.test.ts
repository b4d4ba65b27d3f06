import { describe, expect, it } from 'vitest';
import { mailRetrySeconds } from './mail-retry-seconds.ts';

describe('mailRetrySeconds', () => {
  it('waits a minute after the first refused password, and at most an hour after many', () => {
    expect([1, 2, 3, 6, 7, 1_000].map((failures) => mailRetrySeconds(true, failures, 0))).toEqual([
      60, 120, 240, 1_920, 3_600, 3_600,
    ]);
  });

  it('comes back quickly after a lost connection, and at most five minutes later', () => {
    expect([1, 2, 3, 9, 10, 1_000].map((failures) => mailRetrySeconds(false, failures, 0))).toEqual([
      1, 2, 4, 256, 300, 300,
    ]);
    expect(mailRetrySeconds(true, 1, 0.999)).toBeLessThan(66.1);
  });
});
