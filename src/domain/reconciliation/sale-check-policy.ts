import { z } from 'zod';

const Days = z.int().min(0).max(730);

/** When a sale of the network counts as another than the shop's. Part of `ReconciliationPolicy`. */
export const SaleCheckPolicy = z.strictObject({
  /** Amounts agree that differ by no more than this part of the expected one, or by 0.01. */
  saleToleranceBps: z.int().min(0).max(10_000),
  /** Days from the click to the order in which it earns. */
  saleClickWindowDays: Days,
  /** Days that a network may take to report an order, before it is late or missing. */
  saleReportDays: Days,
  /** Days of orders before one, without which nobody is called new or returning. */
  saleHistoryDays: Days,
  /** Orders of one customer with a partner from which on, and the part of all the partner's orders, that is named. */
  saleCustomerOrdersMin: z.int().min(2).max(100_000),
  saleCustomerShareBps: z.int().min(1).max(10_000),
});
export type SaleCheckPolicy = z.infer<typeof SaleCheckPolicy>;

export const SALE_CHECK_POLICY_DEFAULTS: SaleCheckPolicy = {
  saleToleranceBps: 100,
  saleClickWindowDays: 30,
  saleReportDays: 3,
  saleHistoryDays: 365,
  saleCustomerOrdersMin: 5,
  saleCustomerShareBps: 5_000,
};

/** One hundredth of the currency unit: what rounding may leave. */
export const TOLERANCE_MICROS = 10_000n;

export const SALE_CHECK_POLICY_ENTRIES: Readonly<
  Record<keyof SaleCheckPolicy, { readonly unit: string; readonly why: string; readonly source: string }>
> = {
  saleToleranceBps: {
    unit: 'basis points of the expected amount',
    why: 'Networks round and convert; what differs by more is for a person.',
    source: 'own default',
  },
  saleClickWindowDays: {
    unit: 'days from the click to the order',
    why: 'A click that is older has not brought the order; put the window of your contracts here.',
    source: 'own default',
  },
  saleReportDays: {
    unit: 'days from the order to the network’s report',
    why: 'Networks report in batches; after that a sale is late, or missing.',
    source: 'own default',
  },
  saleHistoryDays: {
    unit: 'days of orders before one',
    why: 'With less nobody can say who is new: a real shop’s share of new customers falls by half merely because its file begins.',
    source: 'the client’s rule of twelve months',
  },
  saleCustomerOrdersMin: {
    unit: 'orders of one customer with one partner',
    why: 'Of fewer orders a large part says nothing.',
    source: 'own default',
  },
  saleCustomerShareBps: {
    unit: 'basis points of the partner’s orders',
    why: 'A partner half of whose orders one customer made may be buying, or have a friend who does; it is for a person to look at.',
    source: 'own default',
  },
};
