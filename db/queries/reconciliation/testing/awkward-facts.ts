import fc from 'fast-check';
import type { FeedRow } from '../../../../src/domain/feeds/feed-row.ts';

/** The files of a small programme in which everything happens to the same few orders, customers and SKUs. */
export interface AwkwardFiles {
  readonly products: FeedRow<'products'>[];
  readonly conversions: FeedRow<'conversions'>[];
  readonly orders: FeedRow<'orders'>[];
  readonly refunds: FeedRow<'refunds'>[];
}

const START_MS = Date.UTC(2026, 0, 1);
const DAY_MS = 86_400_000;

/** Mostly whole days apart, so that returns, locks and the as-of often fall on the same moment. */
const moment = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.constantFrom(0, 0, 0, 1_000, 60_000))
  .map(([day, ms]) => new Date(START_MS + day * DAY_MS + ms).toISOString());
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 8 });
const orderId = fc.integer({ min: 1, max: 6 }).map((n) => `o${n}`);
const lineId = fc.constantFrom('1', '2', '10', 'a');
const customer = fc.constantFrom('k1', 'k2');
const sku = fc.constantFrom('s1', 's1', 's2', 'POST');
const currency = fc.constantFrom('GBP', 'GBP', 'GBP', 'EUR');
const money = fc.constantFrom('0', '0.000001', '0.01', '9.99', '10', '33.333333', '1234.5');

const orders = fc.uniqueArray(
  fc.record({
    order_id: orderId,
    line_id: lineId,
    customer_id: maybe(customer),
    ordered_at: moment,
    delivered_at: maybe(moment),
    sku: maybe(sku),
    quantity: fc.integer({ min: -1, max: 7 }).map(String),
    unit_price: money,
    discount: fc.constantFrom('0', '0', '0.5', '20'),
    currency,
  }),
  { selector: ({ order_id, line_id }) => `${order_id} ${line_id}`, minLength: 8, maxLength: 20 },
);

const conversions = fc.uniqueArray(
  fc.record({
    conversion_id: fc.integer({ min: 1, max: 12 }).map((n) => `c${n}`),
    network: fc.constantFrom('awin', 'direct'),
    partner_id: fc.constantFrom('p1', 'p2', 'forbids'),
    order_id: maybe(orderId),
    converted_at: moment,
    amount: fc.constant('100'),
    commission: fc.constantFrom('0', '0.000005', '1', '7.654321', '10', '33.333333', '-3'),
    currency,
    status: fc.constantFrom('pending', 'approved', 'paid', 'declined', 'reversed-provisional', 'what', ''),
    code: maybe(fc.constantFrom('zero15', 'GONE', 'free')),
    click_id: maybe(fc.constantFrom('on-the-site', 'elsewhere')),
  }),
  { selector: ({ network, conversion_id }) => `${network} ${conversion_id}`, minLength: 6, maxLength: 14 },
);

const refunds = fc.uniqueArray(
  fc.record({
    refund_id: fc.integer({ min: 1, max: 14 }).map((n) => `r${n}`),
    line_id: fc.oneof(lineId, fc.constant('')),
    order_id: fc.oneof(orderId, orderId, fc.constant(null), fc.constant(null), fc.constant('elsewhere')),
    customer_id: maybe(customer),
    sku: maybe(sku),
    quantity: fc.integer({ min: 0, max: 6 }).map(String),
    amount: fc.constantFrom('0', '5', '5000'),
    currency,
    refunded_at: moment,
  }),
  { selector: ({ refund_id, line_id }) => `${refund_id} ${line_id}`, minLength: 8, maxLength: 20 },
);

/** Programmes in which every awkward case meets every other. */
export const awkwardFiles: fc.Arbitrary<AwkwardFiles> = fc.record({
  products: fc.constant([
    { sku: 's1', category: 'shoes', currency: 'GBP' },
    { sku: 's2', category: 'food', currency: 'GBP' },
  ]),
  conversions,
  orders,
  refunds,
});

export const dayAfterStart = (day: number): Date => new Date(START_MS + day * DAY_MS);
