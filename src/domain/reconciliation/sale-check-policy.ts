import { z } from 'zod';

const Days = z.int().min(0).max(730);

/** When a sale of the network counts as another than the shop's. Unit, reason and source: `RECONCILIATION_POLICY_ENTRIES.saleChecks`. */
export const SaleCheckPolicy = z.strictObject({
  /** Amounts agree that differ by no more than this part of the expected one, or by 0.01. */
  toleranceBps: z.int().min(0).max(10_000),
  /** Days from the click to the order in which it earns. */
  clickWindowDays: Days,
  /** Days that a network may take to report an order, before it is late or missing. */
  reportDays: Days,
  /** Days of orders before one, without which nobody is called new or returning. */
  historyDays: Days,
});
export type SaleCheckPolicy = z.infer<typeof SaleCheckPolicy>;

export const SALE_CHECK_POLICY_DEFAULTS: SaleCheckPolicy = {
  toleranceBps: 100,
  clickWindowDays: 30,
  reportDays: 3,
  historyDays: 365,
};

/** One hundredth of the currency unit: what rounding may leave. */
export const TOLERANCE_MICROS = 10_000n;
