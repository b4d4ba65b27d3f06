import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, NEVER_AUTOMATIC, POLICY_ENTRIES, Policy } from './policies.ts';

const RECORDS = [
  'schedules',
  'economics.incrementalityPriorBps',
  'reconciliation.windowDaysByCategory',
  'reconciliation.networkLockDays',
  'networks.locks',
  'web.ourMerchantIds',
];

/** Every leaf of the policy as a path; lists and records count as one leaf. */
function leaves(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || RECORDS.includes(path))
    return [path];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, path === '' ? key : `${path}.${key}`));
}

describe('the policy', () => {
  it('gives a unit, a reason and a source for every default', () => {
    expect(POLICY_ENTRIES.map(({ path }) => path).sort()).toEqual(leaves(DEFAULT_POLICY, '').sort());
    for (const { unit, why, source } of POLICY_ENTRIES)
      expect([unit, why, source].every((text) => text.length > 3)).toBe(true);
  });

  it('lets nothing pass without a person by default, and the dangerous kinds never', () => {
    expect(DEFAULT_POLICY.autoApprovedKinds).toEqual([]);
    for (const kind of NEVER_AUTOMATIC) {
      expect(Policy.safeParse({ ...DEFAULT_POLICY, autoApprovedKinds: [kind] }).success).toBe(false);
    }
  });
});
