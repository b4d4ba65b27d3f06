import { z } from 'zod';

/** When a network makes a commission final by itself: days after the sale, or at the beginning of a day of the month after it. */
export const LockRule = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('sale'), days: z.int().min(0).max(730) }),
  z.strictObject({ from: z.literal('next-month'), day: z.int().min(1).max(28) }),
]);
export type LockRule = z.infer<typeof LockRule>;

/** Network → rule. */
export const LockRules = z.record(z.string().min(1).max(200), LockRule);
export type LockRules = z.infer<typeof LockRules>;

/** Such as "30 days after the sale". */
export function lockRuleWords(rule: LockRule): string {
  switch (rule.from) {
    case 'sale':
      return `${rule.days} ${rule.days === 1 ? 'day' : 'days'} after the sale`;
    case 'next-month':
      return `on day ${rule.day} of the month after the sale`;
    default:
      return rule satisfies never;
  }
}
