import { buildSchema, graphql } from 'graphql';
import {
  type FakeAnswer,
  type FakeRequest,
  type FakeServer,
  startFakeServer,
} from '../../http/testing/fake-server.ts';

export interface FakeCjRecord {
  readonly commissionId: string;
  readonly originalActionId: string;
  readonly original: boolean;
  readonly orderId: string;
  readonly actionStatus: string;
  readonly eventDate: string;
  readonly postingDate: string;
  readonly lockingDate: string;
  readonly saleAmountAdvCurrency: string;
  readonly advCommissionAmountAdvCurrency: string;
  readonly [field: string]: unknown;
}

export interface FakeCj extends FakeServer {
  readonly records: FakeCjRecord[];
  /** Every correction that was taken: `cancel ORDER-1`, `restate ORDER-2 40.00`. */
  readonly changes: readonly string[];
}

/** The parts of CJ's published schema that we call, names and types as introspection gives them. */
const SCHEMA = buildSchema(`
  scalar Instant scalar NonNegativeInt scalar NonNegativeDecimalNumber scalar DecimalNumber
  enum CorrectionReason { BadDebt Bankruptcy BookingCanceled CannotShipSoldOut Compliance DuplicateOrder InvalidCreditCard Other ReturnedMerchandise UnqualifiedLead }
  enum OrderCancellationStatus { Declined } enum OrderStatus { Pending Accepted }
  type Item { sku: String quantity: Int perItemSaleAmountAdvCurrency: DecimalNumber discountAdvCurrency: DecimalNumber totalCommissionAdvCurrency: DecimalNumber }
  type AdvertiserCommission {
    commissionId: String! originalActionId: String! original: Boolean! orderId: String actionStatus: String! actionType: String
    actionTrackerId: String! correctionReason: String publisherId: String! publisherName: String websiteId: String aid: String
    clickDate: Instant eventDate: Instant! postingDate: Instant! lockingDate: Instant! lockingMethod: String
    validationStatus: String reviewedStatus: String coupon: String country: String newToFile: Boolean isCrossDevice: Boolean
    concludingDeviceType: String clickReferringURL: String source: String saleAmountAdvCurrency: DecimalNumber
    saleAmountUsd: DecimalNumber orderDiscountAdvCurrency: DecimalNumber advCommissionAmountAdvCurrency: DecimalNumber
    advCommissionAmountUsd: DecimalNumber cjFeeAdvCurrency: DecimalNumber items: [Item!]!
  }
  type AdvertiserCommissions { count: Int! limit: Int! maxCommissionId: String payloadComplete: Boolean! records: [AdvertiserCommission!]! }
  type Query {
    getBuildNumber: String
    advertiserCommissions(forAdvertisers: [String!]!, sincePostingDate: String, beforePostingDate: String, sinceEventDate: String,
      beforeEventDate: String, sinceLockingDate: String, beforeLockingDate: String, sinceCommissionId: String): AdvertiserCommissions!
  }
  input OrderItemInput { unitPrice: NonNegativeDecimalNumber! quantity: NonNegativeInt! sku: String! discount: NonNegativeDecimalNumber }
  input OrderCancelRequest { enterpriseId: ID! actionTrackerId: NonNegativeInt! orderId: String! updateTime: Instant! correctionReason: CorrectionReason status: OrderCancellationStatus }
  input OrderRestateRequest {
    enterpriseId: ID! actionTrackerId: NonNegativeInt! orderId: String! updateTime: Instant! amount: NonNegativeDecimalNumber
    discount: NonNegativeDecimalNumber items: [OrderItemInput!] coupon: String currency: String status: OrderStatus correctionReason: CorrectionReason
  }
  type TakenOrder { orderId: String! submissionId: ID! batchId: ID! }
  type RequestError { message: String! fields: [String!] }
  type OrderResponse { orders: [TakenOrder!] errors: [RequestError!] }
  type Mutation {
    cancelOrders(cancelledOrders: [OrderCancelRequest!]!): OrderResponse!
    restateOrders(restatedOrders: [OrderRestateRequest!]!): OrderResponse!
  }
`);

interface Order {
  readonly orderId: string;
  readonly amount?: string;
  readonly items?: readonly { unitPrice: string; quantity: number }[];
  readonly correctionReason?: string;
}

/**
 * CJ as its schema and pages describe it: pages by the highest commission id, windows by date, corrections as two
 * further records that only the sum of counts, locked orders left as they are, 25 calls a minute.
 *
 * @param pageSize - records a page.
 */
export async function startFakeCj(
  records: FakeCjRecord[],
  { nowMs, pageSize = 100 }: { readonly nowMs: () => number; readonly pageSize?: number },
): Promise<FakeCj> {
  const changes: string[] = [];
  let nextId = 900_000;

  const root = {
    getBuildNumber: () => '42',
    advertiserCommissions: (args: Readonly<Record<string, string>>) => {
      const dated = (record: FakeCjRecord) =>
        (['Posting', 'Event', 'Locking'] as const).every((kind) => {
          const at = Date.parse(String(record[`${kind.toLowerCase()}Date`]));
          const since = args[`since${kind}Date`];
          const before = args[`before${kind}Date`];
          return (!since || at >= Date.parse(since)) && (!before || at < Date.parse(before));
        });
      const after = Number(args.sinceCommissionId ?? 0);
      const matching = records
        .filter((record) => dated(record) && Number(record.commissionId) > after)
        .sort((left, right) => Number(left.commissionId) - Number(right.commissionId));
      const page = matching.slice(0, pageSize);
      return {
        count: page.length,
        limit: pageSize,
        maxCommissionId: page.at(-1)?.commissionId ?? null,
        payloadComplete: matching.length <= pageSize,
        records: page.map((record) => ({ items: [], publisherId: '7', actionTrackerId: '55', ...record })),
      };
    },
    cancelOrders: ({ cancelledOrders }: { cancelledOrders: Order[] }) =>
      taken(cancelledOrders, (order) => correct(order, '0', `cancel ${order.orderId}`)),
    restateOrders: ({ restatedOrders }: { restatedOrders: Order[] }) =>
      taken(restatedOrders, (order) => {
        const lines = (order.items ?? []).reduce(
          (sum, item) => sum + Number(item.unitPrice) * item.quantity,
          0,
        );
        const amount = order.amount ?? lines.toFixed(2);
        correct(order, amount, `restate ${order.orderId} ${amount}`);
      }),
  };

  function taken(orders: readonly Order[], apply: (order: Order) => void) {
    if (orders.some(({ orderId }) => orderId === ''))
      return { orders: null, errors: [{ message: 'orderId is empty', fields: ['orderId'] }] };
    for (const order of orders) apply(order);
    return {
      orders: orders.map(({ orderId }, index) => ({
        orderId,
        submissionId: `s${index}`,
        batchId: `batch-${changes.length}`,
      })),
      errors: null,
    };
  }

  /** Takes what there is back, and writes the new state. */
  function correct(order: Order, amount: string, change: string): void {
    const of = records.filter(({ orderId }) => orderId === order.orderId);
    const original = of.find((record) => record.original);
    changes.push(change);
    if (original === undefined || !['new', 'extended'].includes(original.actionStatus)) return;
    const sum = (field: 'saleAmountAdvCurrency' | 'advCommissionAmountAdvCurrency') =>
      of.reduce((total, record) => total + Number(record[field]), 0);
    const rate = Number(original.advCommissionAmountAdvCurrency) / Number(original.saleAmountAdvCurrency);
    const write = (sale: number, commission: number) => {
      nextId += 1;
      records.push({
        ...original,
        commissionId: String(nextId),
        original: false,
        correctionReason: order.correctionReason ?? null,
        postingDate: new Date(nowMs()).toISOString(),
        saleAmountAdvCurrency: sale.toFixed(2),
        advCommissionAmountAdvCurrency: commission.toFixed(2),
      });
    };
    write(-sum('saleAmountAdvCurrency'), -sum('advCommissionAmountAdvCurrency'));
    if (Number(amount) > 0) write(Number(amount), Number(amount) * rate);
  }

  const answer = async ({ headers, path, body }: FakeRequest): Promise<FakeAnswer> => {
    if (headers.authorization !== 'Bearer token-of-cj') return { status: 401, body: 'Not authenticated' };
    if (!['/query', '/graphql', '/graphqltest'].includes(path)) return { status: 404, body: '' };
    const { query, variables } = JSON.parse(body);
    const result = await graphql({
      schema: SCHEMA,
      source: query,
      rootValue: root,
      variableValues: variables,
    });
    return { status: 200, body: result };
  };
  const server = await startFakeServer({
    windows: [{ calls: 25, seconds: 60 }],
    nowMs,
    answer,
    counterOf: ({ path }) => path,
  });
  return { ...server, records, changes };
}
