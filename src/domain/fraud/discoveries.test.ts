import { describe, expect, it } from 'vitest';
import { discover } from './discoveries.ts';
import type { ShareTest } from './share-test.ts';

const test = (pValue: number, matters = true): ShareTest => ({
  k: 9,
  n: 40,
  baseline: 0.03,
  pValue,
  matters,
});

describe('discover', () => {
  it('hits what is significant and matters, and only that', () => {
    const answers = discover(
      [
        [{ test: test(1e-6), part: 1 }],
        [{ test: test(1e-6, false), part: 1 }],
        [{ test: test(0.4), part: 1 }],
      ],
      0.01,
    );
    expect(answers.map(({ hits }) => hits.length)).toEqual([1, 0, 0]);
    expect(answers.map(({ qValue }) => (qValue ?? 1) <= 0.01)).toEqual([true, true, false]);
  });

  it('makes each test pay for the others of the same partner', () => {
    const twice = [
      { test: test(0.008), part: 0.5 },
      { test: test(0.9), part: 0.5 },
    ];
    expect(discover([twice], 0.01)[0]).toMatchObject({ qValue: 0.016, hits: [] });
    expect(discover([[{ test: test(0.008), part: 1 }]], 0.01)[0]?.hits).toHaveLength(1);
  });

  it('does not count partners that could not be tested', () => {
    const answers = discover([[{ test: test(0.009), part: 1 }], [], []], 0.01);
    expect(answers.map(({ qValue }) => qValue)).toEqual([0.009, null, null]);
  });
});
