import { graphql, parse, validate } from 'graphql';
import {
  type FakeAnswer,
  type FakeRequest,
  type FakeServer,
  startFakeServer,
} from '../../http/testing/fake-server.ts';
import { SHOPIFY_SCHEMA } from './shopify-schema.ts';

export interface FakeShopifyLine {
  readonly id: string;
  readonly [field: string]: unknown;
}

export interface FakeShopifyOrder {
  readonly id: string;
  updatedAt: string;
  readonly lines: readonly FakeShopifyLine[];
  readonly refunds: readonly {
    readonly id: string;
    readonly lines: readonly object[];
    readonly [field: string]: unknown;
  }[];
  readonly [field: string]: unknown;
}

export interface FakeShopifyContents {
  readonly orders?: FakeShopifyOrder[];
  readonly inventory?: readonly object[];
  readonly discounts?: readonly {
    readonly id: string;
    readonly codes: readonly string[];
    readonly [field: string]: unknown;
  }[];
  readonly scopes?: readonly string[];
  readonly prefix?: string;
}

export interface FakeShopify extends FakeServer {
  readonly orders: FakeShopifyOrder[];
  /** How often a query was refused because its points were not there. */
  readonly throttled: () => number;
  readonly bulkOperations: () => number;
}

interface Paged {
  readonly first?: number;
  readonly after?: string;
}
const MAXIMUM = 1_000;
const PER_SECOND = 50;

/**
 * Shopify's Admin API as its pages describe it: the token's header, 50 points a second up to 1,000, GraphQL checked
 * against the part of its schema that we ask for, and bulk operations whose file lies at another path. Written from the
 * document, not recorded.
 */
export async function startFakeShopify(
  { orders = [], inventory = [], discounts = [], scopes = [], prefix = '#' }: FakeShopifyContents,
  { nowMs, token = 'shpat_token' }: { readonly nowMs: () => number; readonly token?: string },
): Promise<FakeShopify> {
  let points = { left: MAXIMUM, atMs: nowMs() };
  let throttled = 0;
  const files: string[] = [];
  let polls = 0;

  const orderOf = (order: FakeShopifyOrder) => ({
    ...order,
    lineItems: (paged: Paged) => page(order.lines, paged),
    refunds: order.refunds.map(refundOf),
  });
  const refundOf = (refund: FakeShopifyOrder['refunds'][number]) => ({
    ...refund,
    refundLineItems: (paged: Paged) => page(refund.lines, paged),
  });
  const discountOf = ({ id, codes, ...rest }: NonNullable<FakeShopifyContents['discounts']>[number]) => ({
    id,
    codeDiscount: {
      ...rest,
      codes: (paged: Paged) =>
        page(
          codes.map((code) => ({ code })),
          paged,
        ),
    },
  });
  const found = (query: string) => {
    const [, from = '', until = ''] = /updated_at:>='([^']+)' updated_at:<'([^']+)'/.exec(query) ?? [];
    const inTime = orders.filter(({ updatedAt }) => updatedAt >= from && updatedAt < until);
    return inTime.sort((left, right) => (left.updatedAt < right.updatedAt ? -1 : 1));
  };
  const root = {
    shop: { currencyCode: 'EUR', orderNumberFormatPrefix: prefix, orderNumberFormatSuffix: '' },
    currentAppInstallation: { accessScopes: scopes.map((handle) => ({ handle })) },
    ordersCount: ({ query }: { query: string }) => ({ count: found(query).length }),
    orders: ({ query, ...paged }: Paged & { query: string }) => page(found(query).map(orderOf), paged),
    order: ({ id }: { id: string }) => orders.filter((each) => each.id === id).map(orderOf)[0] ?? null,
    refund: ({ id }: { id: string }) =>
      orders
        .flatMap(({ refunds }) => refunds)
        .filter((each) => each.id === id)
        .map(refundOf)[0] ?? null,
    inventoryItems: (paged: Paged) => page(inventory, paged),
    codeDiscountNodes: (paged: Paged) => page(discounts.map(discountOf), paged),
    codeDiscountNode: ({ id }: { id: string }) =>
      discounts.filter((each) => each.id === id).map(discountOf)[0] ?? null,
    node: ({ id }: { id: string }) => {
      polls += 1;
      const url = `${server.baseUrl}/files/${id}?signature=s`;
      const isDone = polls > 1;
      return {
        __typename: 'BulkOperation',
        id,
        status: isDone ? 'COMPLETED' : 'RUNNING',
        objectCount: '1',
        url: isDone ? url : null,
      };
    },
    bulkOperationRunQuery: ({ query }: { query: string }) => {
      const problems = validate(SHOPIFY_SCHEMA, parse(query));
      if (problems.length > 0)
        return { bulkOperation: null, userErrors: problems.map(({ message }) => ({ message })) };
      files.push(
        found(query.replaceAll('\\"', '"'))
          .flatMap(linesOfFile)
          .map((line) => JSON.stringify(line))
          .join('\n'),
      );
      return { bulkOperation: { id: String(files.length - 1), status: 'CREATED' }, userErrors: [] };
    },
  };

  const answer = async ({ path, headers, body, query: search }: FakeRequest): Promise<FakeAnswer> => {
    if (path.startsWith('/files/')) {
      const file = files[Number(path.slice('/files/'.length))];
      const isSigned = search.get('signature') === 's' && headers['x-shopify-access-token'] === undefined;
      return isSigned && file !== undefined ? { status: 200, body: file } : { status: 403, body: '' };
    }
    if (headers['x-shopify-access-token'] !== token) {
      return { status: 401, body: { errors: '[API] Invalid API key or access token' } };
    }
    const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
    const cost = query.includes('orders(first') ? 400 : 20;
    const left = Math.min(MAXIMUM, points.left + ((nowMs() - points.atMs) / 1_000) * PER_SECOND);
    const isEnough = left >= cost;
    points = { left: isEnough ? left - cost : left, atMs: nowMs() };
    const extensions = {
      cost: {
        requestedQueryCost: cost,
        throttleStatus: {
          maximumAvailable: MAXIMUM,
          currentlyAvailable: Math.floor(points.left),
          restoreRate: PER_SECOND,
        },
      },
    };
    if (!isEnough) {
      throttled += 1;
      return {
        status: 200,
        body: { errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }], extensions },
      };
    }
    const result = await graphql({
      schema: SHOPIFY_SCHEMA,
      source: query,
      rootValue: root,
      variableValues: variables,
    });
    return { status: 200, body: { ...result, extensions } };
  };
  const server = await startFakeServer({ windows: [], nowMs, answer });
  return { ...server, orders, throttled: () => throttled, bulkOperations: () => files.length };
}

/** Orders before their lines, as a bulk operation writes them. */
function linesOfFile({ lines, refunds, ...order }: FakeShopifyOrder): object[] {
  const open = { ...order, refunds: refunds.map(({ lines: _lines, ...refund }) => refund) };
  return [open, ...lines.map((line) => ({ ...line, __parentId: order.id }))];
}

function page<Node>(all: readonly Node[], { first = 10, after = '0' }: Paged) {
  const from = Number(after);
  const end = from + first;
  return {
    pageInfo: { hasNextPage: end < all.length, endCursor: String(end) },
    nodes: all.slice(from, end),
    edges: all.slice(from, end).map((node) => ({ node })),
  };
}
