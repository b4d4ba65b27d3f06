import type { OrderLineFact } from './programme-facts.ts';
import type { ReconciliationPolicy } from './reconciliation-policy.ts';

const DAY_MS = 86_400_000;

/** When the line's commission can no longer be amended. At that very moment it is locked. */
export function lockAt(
  { orderedAt, deliveredAt, category }: Pick<OrderLineFact, 'orderedAt' | 'deliveredAt' | 'category'>,
  policy: Pick<ReconciliationPolicy, 'windowDays' | 'windowDaysByCategory' | 'holidays'>,
): Date {
  const byCategory = category === null ? undefined : policy.windowDaysByCategory[category];
  const days = byCategory ?? policy.windowDays;
  const extended = policy.holidays
    .filter(({ from, until }) => orderedAt >= new Date(from) && orderedAt < new Date(until))
    .map(({ extendedUntil }) => Date.parse(extendedUntil));
  return new Date(Math.max((deliveredAt ?? orderedAt).getTime() + days * DAY_MS, ...extended));
}
