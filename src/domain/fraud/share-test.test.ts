import { describe, expect, it } from 'vitest';
import { FRAUD_POLICY_DEFAULTS } from './fraud-policy.ts';
import type { CellCount, PartnerCounts } from './share-counts.ts';
import { conversionShareRule } from './share-rule.ts';
import { testShares } from './share-test.ts';

const cell = (k: number, n: number, over: Partial<CellCount> = {}): CellCount => ({
  device: 'mobile',
  customerType: 'new',
  window: 0,
  k,
  n,
  ...over,
});
const honest = (type: string, share: number, count = 30): PartnerCounts[] =>
  Array.from({ length: count }, (_, index) => ({
    partnerId: `${type}${index}`,
    type,
    cells: [0, 1, 2].map((window) =>
      cell(Math.round(100 * share * (0.8 + (index % 5) / 10)), 100, { window }),
    ),
  }));
const thief = (type: string, cells: CellCount[]): PartnerCounts => ({ partnerId: 'thief', type, cells });
const RULE = conversionShareRule(FRAUD_POLICY_DEFAULTS, 3);
const resultOf = (partners: readonly PartnerCounts[]) =>
  testShares(partners, RULE).find(({ partnerId }) => partnerId === 'thief');

describe('testShares', () => {
  it('compares a partner with its own type', () => {
    const cells = [0, 1, 2].map((window) => cell(8, 40, { window }));
    const programme = [...honest('content', 0.02), ...honest('cashback', 0.2)];
    expect(resultOf([...programme, thief('content', cells)])?.pooled?.pValue).toBeLessThan(1e-6);
    expect(resultOf([...programme, thief('cashback', cells)])?.pooled?.pValue).toBeGreaterThan(0.2);
  });

  it('grants a rare type what any populated type shows', () => {
    const cells = [0, 1, 2].map((window) => cell(8, 40, { window }));
    const rare = resultOf([...honest('content', 0.02), ...honest('cashback', 0.2), thief('podcast', cells)]);
    expect(rare?.pooled?.pValue).toBeGreaterThan(0.1);
  });

  it('sees a thief that works in one stratum only', () => {
    const quiet = [0, 1, 2].map((window) => cell(8, 400, { window, device: 'desktop' }));
    const corner = [0, 1, 2].map((window) => cell(4, 10, { window, device: 'tablet' }));
    const result = resultOf([...honest('content', 0.02), thief('content', [...quiet, ...corner])]);
    const tablet = result?.strata.find(({ device }) => device === 'tablet');
    expect(tablet).toMatchObject({ matters: true });
    expect(tablet?.pValue).toBeLessThan(result?.pooled?.pValue ?? 0);
  });

  it('tests nobody below twenty trials', () => {
    expect(resultOf([...honest('content', 0.02), thief('content', [cell(10, 19)])])?.pooled).toBeNull();
  });

  it('lengthens the windows of a sparse partner as far as the history goes', () => {
    const rule = conversionShareRule(FRAUD_POLICY_DEFAULTS, 9);
    const cells = Array.from({ length: 9 }, (_, window) => cell(1, 4, { window }));
    const [result] = testShares([thief('content', cells), ...honest('content', 0.02)], rule);
    expect(result).toMatchObject({ windowSpan: 3, windowCounts: [true, true, true] });
  });
});
