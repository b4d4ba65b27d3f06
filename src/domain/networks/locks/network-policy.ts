import { z } from 'zod';
import { type LockRule, LockRules } from './lock-rule.ts';

/** What networks do by themselves. Unit, reason and source: `NETWORK_POLICY_ENTRIES`. */
export const NetworkPolicy = z.strictObject({ locks: LockRules });
export type NetworkPolicy = z.infer<typeof NetworkPolicy>;

export const NETWORK_POLICY_DEFAULTS: NetworkPolicy = {
  locks: {
    awin: { from: 'sale', days: 30 },
    cj: { from: 'next-month', day: 10 },
    impact: { from: 'next-month', day: 27 },
  },
};

export const NETWORK_POLICY_ENTRIES: Readonly<
  Record<keyof NetworkPolicy, { readonly unit: string; readonly why: string; readonly source: string }>
> = {
  locks: {
    unit: 'by network: days after the sale, or a day of the month after it',
    why: 'A network that locks before the return window ends pays for orders that may still come back. What your contract says goes before: reconciliation.networkLockDays.',
    source:
      'Awin: the example of its page on auto-validation; CJ: its standard locking cycle; impact.com: the example of its page on action locking',
  },
};

/**
 * The rules in force: what the contract says, in days, goes before what networks publish.
 *
 * @param contractDays - `reconciliation.networkLockDays`.
 */
export function lockRules(
  { locks }: NetworkPolicy,
  contractDays: Readonly<Record<string, number>>,
): LockRules {
  const agreed = Object.entries(contractDays).map(([network, days]): [string, LockRule] => [
    network,
    { from: 'sale', days },
  ]);
  return { ...locks, ...Object.fromEntries(agreed) };
}
