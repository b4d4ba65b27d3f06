import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import type { SetAside } from '../../domain/networks/network-transaction.ts';
import { shopPage } from '../../domain/shops/shop-page.ts';
import type { ShopPage } from '../../domain/shops/shop-reader.ts';
import {
  type OrderNumberFormat,
  orderOfNode,
  ShopifyLineNode,
  ShopifyOrderNode,
} from '../../domain/shops/shopify-node.ts';
import type { ShopNews } from '../../domain/webhooks/shop-news.ts';
import { type ShopifyOrderName, shopifyOrder } from '../../domain/webhooks/shopify-order.ts';
import type { ShopifyGraphql } from './shopify-graphql.ts';
import { allOf, connectionOf } from './shopify-pages.ts';
import { LINES_QUERY, ORDERS_QUERY } from './shopify-queries.ts';
import { refundLinesOf } from './shopify-refunds.ts';

/** Shopify pages through so many objects of one query at most. */
const PAGED_MAX = 20_000;
const QUERIES_MAX = 10_000;
const Lines = connectionOf(ShopifyLineNode);
const Orders = z.looseObject({
  orders: connectionOf(z.looseObject({ lineItems: Lines, id: z.string(), updatedAt: z.string() })),
});
const MoreLines = z.looseObject({ order: z.looseObject({ lineItems: Lines }).nullable() });

/** What reading orders needs besides the query. */
export interface OrderReading {
  readonly graphql: ShopifyGraphql;
  readonly numbers: OrderNumberFormat;
  readonly calledBy: ShopifyOrderName;
  readonly signal: AbortSignal;
}

/** The orders that changed in a time, as Shopify's search says it; from and until, to the second. */
export function changedFilter(from: Date, until: Date): string {
  const second = (at: Date): string => at.toISOString().replace(/\.\d{3}Z$/, 'Z');
  const after = new Date(until.getTime() + 999);
  return `updated_at:>='${second(from)}' updated_at:<'${second(after)}'`;
}

/** Orders changed in a time, oldest change first, page by page. */
export async function* pagedOrders(
  reading: OrderReading,
  { from, until }: { readonly from: Date; readonly until: Date },
): AsyncGenerator<ShopPage> {
  let since = from;
  let after: string | null = null;
  let paged = 0;
  for (let queries = 0; queries < QUERIES_MAX; queries += 1) {
    const variables: Record<string, unknown> = { filter: changedFilter(since, until), after };
    const answer: z.infer<typeof Orders> = await reading.graphql.ask(
      { query: ORDERS_QUERY, variables },
      Orders,
      reading.signal,
    );
    const { nodes, pageInfo } = answer.orders;
    const read = await readOrders(reading, nodes);
    const last = Math.max(since.getTime(), ...nodes.map(({ updatedAt }) => Date.parse(updatedAt) || 0));
    const isLast = !pageInfo.hasNextPage || !pageInfo.endCursor;
    yield shopPage({ ...read, completeUntil: isLast ? until : new Date(Math.min(last, until.getTime())) });
    if (isLast) return;
    paged += nodes.length;
    after = pageInfo.endCursor ?? null;
    if (paged >= PAGED_MAX && last > since.getTime()) {
      since = new Date(last);
      after = null;
      paged = 0;
    }
  }
  throw new Refusal('system_answer_unusable', `Shopify gives more than ${QUERIES_MAX} pages of orders.`);
}

async function readOrders(
  reading: OrderReading,
  nodes: readonly { readonly id: string; readonly lineItems: z.infer<typeof Lines> }[],
): Promise<{ news: ShopNews[]; setAside: SetAside[] }> {
  const all = { news: [] as ShopNews[], setAside: [] as SetAside[] };
  for (const node of nodes) {
    const lines = await allOf(async (after) => {
      const asked = { query: LINES_QUERY, variables: { id: node.id, after } };
      const { order } = await reading.graphql.ask(asked, MoreLines, reading.signal);
      return order?.lineItems ?? { pageInfo: { hasNextPage: false }, nodes: [] };
    }, node.lineItems);
    const { news, setAside } = await readOrder(reading, node, lines);
    if (news) all.news.push(news);
    if (setAside) all.setAside.push(setAside);
  }
  return all;
}

/** One order with its lines at hand; a test order gives neither. */
export async function readOrder(
  { graphql, numbers, calledBy, signal }: OrderReading,
  raw: { readonly id: string },
  lines: readonly ShopifyLineNode[],
): Promise<{ news?: ShopNews; setAside?: SetAside }> {
  const { data: node, error } = ShopifyOrderNode.safeParse(raw);
  if (error) {
    return aside(raw.id, `${error.issues[0]?.path.join('.')} is not as documented.`, raw);
  }
  const order = orderOfNode(node, lines, await refundLinesOf(graphql, node, signal), numbers);
  if ('problem' in order) return aside(raw.id, String(order.problem), raw);
  try {
    const news = shopifyOrder(order, calledBy);
    return 'ignored' in news ? {} : { news };
  } catch (thrown) {
    // An amount that is none; the rest goes on.
    if (!(thrown instanceof Refusal && thrown.code === 'money_unreadable')) throw thrown;
    return aside(raw.id, thrown.sentence, raw);
  }
}

const aside = (id: string, problem: string, raw: unknown) => ({ setAside: { id, problem, raw } });
