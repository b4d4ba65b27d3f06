import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { FeedRow } from '../../../../src/domain/feeds/feed-row.ts';

/** One programme of sales that differ from their orders in every way; each sale with an order and a customer of its own, or shared. */
export interface SaleFiles {
  readonly partners: FeedRow<'partners'>[];
  readonly products: FeedRow<'products'>[];
  readonly rates: FeedRow<'rates'>[];
  readonly codes: FeedRow<'codes'>[];
  readonly orders: FeedRow<'orders'>[];
  readonly conversions: FeedRow<'conversions'>[];
  readonly refunds: FeedRow<'refunds'>[];
}

const START_MS = Date.UTC(2025, 0, 1);
const DAY_MS = 86_400_000;
const day = (days: number): string => new Date(START_MS + days * DAY_MS).toISOString();
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 3 });

const line = fc.record({
  sku: fc.constantFrom('shoe', 'food', 'other', null),
  quantity: fc.integer({ min: 0, max: 3 }),
  price: fc.constantFrom('0', '10', '33.333333', '250'),
  discount: fc.constantFrom('0', '0', '0.01', '20'),
  currency: fc.constantFrom('GBP', 'GBP', 'GBP', 'GBP', 'EUR'),
  returned: fc.integer({ min: 0, max: 3 }),
  returnedAfter: fc.constantFrom(5, 60),
});

const sale = fc.record({
  orderedOn: fc.integer({ min: 1, max: 600 }),
  convertedAfter: fc.constantFrom(0, 0, 0, 3, 4, -1),
  clickedBefore: maybe(fc.constantFrom(0, 1, 30, 31, -1)),
  partner: fc.constantFrom('p1', 'p2', 'mailless'),
  customer: fc.constantFrom(
    'k1',
    'k2',
    'k3@shop.example',
    'P1@partner.example ',
    'two.gmail+shop@googlemail.com',
    createHash('sha256').update('agent@two.example').digest('hex'),
    createHash('md5').update('p2@partner.example').digest('hex').toUpperCase(),
    null,
  ),
  type: maybe(fc.constantFrom('new', 'returning')),
  code: maybe(fc.constantFrom('mine', 'THEIRS', 'nobodys', 'unheard')),
  orderCode: maybe(fc.constantFrom('mine', 'theirs')),
  // Parts of the order's worth that the network reports, and of the rate that it pays, in hundredths.
  amountPart: fc.constantFrom(100, 100, 100, 101, 102, 50),
  rateBps: fc.constantFrom(500, 800, 1_000),
  status: fc.constantFrom('pending', 'pending', 'approved', 'declined'),
  currency: fc.constantFrom('GBP', 'GBP', 'GBP', 'EUR'),
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
});

/** Many sales, their orders and what is agreed with the partners. */
export const saleFiles: fc.Arbitrary<SaleFiles> = fc
  .array(sale, { minLength: 400, maxLength: 400 })
  .map((sales) => ({
    partners: [
      { partner_id: 'p1', name: 'One', email: ' P1@partner.example' },
      { partner_id: 'p2', name: 'Two', email: 'p2@partner.example' },
      { partner_id: 'mailless', name: 'Three' },
    ],
    products: [
      { sku: 'shoe', category: 'shoes', currency: 'GBP' },
      { sku: 'food', category: 'food', currency: 'GBP' },
    ],
    rates: [
      { partner_id: 'p1', sku_group: '', rate_bps: '500', starts_at: day(0), ends_at: day(300) },
      { partner_id: 'p1', sku_group: '', rate_bps: '800', starts_at: day(200), ends_at: day(250) },
      { partner_id: 'p1', sku_group: '', rate_bps: '1000', starts_at: day(350) },
      { partner_id: 'p1', sku_group: 'shoes', rate_bps: '800', starts_at: day(100) },
      { partner_id: 'p2', sku_group: 'food', rate_bps: '1000', starts_at: day(0) },
    ],
    codes: [
      { code: 'MINE', kind: 'partner-exclusive', owner_partner_id: 'p1' },
      { code: 'Theirs', kind: 'partner-exclusive', owner_partner_id: 'p2' },
      { code: 'nobodys', kind: 'public' },
    ],
    orders: sales.flatMap(ordersOf),
    conversions: sales.map(conversionOf),
    refunds: sales.flatMap(refundsOf),
  }));

type Sale = typeof sale extends fc.Arbitrary<infer Value> ? Value : never;

function ordersOf({ orderedOn, customer, orderCode, lines }: Sale, index: number): FeedRow<'orders'>[] {
  return lines.map(({ sku, quantity, price, discount, currency }, at) => ({
    order_id: `o${index}`,
    line_id: String(at + 1),
    customer_id: customer,
    ordered_at: day(orderedOn),
    sku,
    quantity: String(quantity),
    unit_price: price,
    discount,
    currency,
    code: orderCode,
  }));
}

function conversionOf(each: Sale, index: number): FeedRow<'conversions'> {
  const worth = each.lines.reduce(
    (total, { quantity, price, discount }) => total + quantity * Number(price) - Number(discount),
    0,
  );
  const amount = (Math.max(worth, 0) * each.amountPart) / 100;
  return {
    conversion_id: `c${index}`,
    network: 'awin',
    partner_id: each.partner,
    order_id: `o${index}`,
    clicked_at: each.clickedBefore === null ? null : day(each.orderedOn - each.clickedBefore),
    converted_at: day(each.orderedOn + each.convertedAfter),
    amount: amount.toFixed(6),
    commission: ((amount * each.rateBps) / 10_000).toFixed(6),
    currency: each.currency,
    status: each.status,
    customer_type: each.type,
    code: each.code,
  };
}

function refundsOf({ orderedOn, lines }: Sale, index: number): FeedRow<'refunds'>[] {
  return lines.flatMap(({ quantity, returned, returnedAfter, currency }, at) =>
    returned === 0 || returned > quantity
      ? []
      : [
          {
            refund_id: `r${index}-${at}`,
            line_id: String(at + 1),
            order_id: `o${index}`,
            quantity: String(returned),
            amount: '0',
            currency,
            refunded_at: day(orderedOn + returnedAfter),
          },
        ],
  );
}
