import type { LeakFacts } from './leak-facts.ts';
import type { LeakPolicy } from './leak-policy.ts';

/**
 * How much faster a code is used now than in its own past; 1 is as ever. Half an order is added to the past, so that a code
 * without one has a large ratio and no infinite one.
 *
 * @returns null with fewer orders lately than say anything.
 */
export function velocityOf(
  { recentOrders, baselineOrders }: Pick<LeakFacts, 'recentOrders' | 'baselineOrders'>,
  { recentDays, baselineDays, ordersMin }: Pick<LeakPolicy, 'recentDays' | 'baselineDays' | 'ordersMin'>,
): number | null {
  if (recentOrders < ordersMin) return null;
  return recentOrders / recentDays / ((baselineOrders + 0.5) / baselineDays);
}
