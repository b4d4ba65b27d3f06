import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import { shopPage } from '../../domain/shops/shop-page.ts';
import type { ShopPage } from '../../domain/shops/shop-reader.ts';
import { ShopifyLineNode } from '../../domain/shops/shopify-node.ts';
import { parseExactJson } from '../../domain/text/exact-json.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { HttpSurroundings } from '../http/surroundings.ts';
import { changedFilter, type OrderReading, readOrder } from './shopify-orders.ts';
import { BULK_START, BULK_STATE_QUERY, bulkOrdersQuery } from './shopify-queries.ts';

const POLL_MS = 10_000;
/** Two hours. */
const POLLS_MAX = 720;
const PAGE_SIZE = 500;

const Started = z.looseObject({
  bulkOperationRunQuery: z.looseObject({
    bulkOperation: z.looseObject({ id: z.string() }).nullish(),
    userErrors: z.array(z.looseObject({ message: z.string() })),
  }),
});
const State = z.looseObject({
  node: z
    .looseObject({ status: z.string(), errorCode: z.string().nullish(), url: z.string().nullish() })
    .nullable(),
});
const Line = z.looseObject({ id: z.string(), __parentId: z.string().optional() });

/** What fetches the operation's file, by the origin of its address. */
export type OpenFile = (origin: string) => HttpClient;

/**
 * Many orders at once: Shopify writes them to a file, one line an order or a line of one, which costs no points. Their
 * refunds are asked for afterwards. Nothing counts as complete before the file was read to its end.
 */
export async function* bulkOrders(
  reading: OrderReading,
  { from, until }: { readonly from: Date; readonly until: Date },
  { openFile, sleep }: { readonly openFile: OpenFile; readonly sleep: HttpSurroundings['sleep'] },
): AsyncGenerator<ShopPage> {
  const id = await start(reading, bulkOrdersQuery(changedFilter(from, until)));
  const url = await finished(reading, id, sleep);
  if (url !== null) {
    const { orders, linesOf } = splitLines(await fileText(openFile, url, reading.signal));
    for (let at = 0; at < orders.length; at += PAGE_SIZE) {
      const read = [];
      for (const order of orders.slice(at, at + PAGE_SIZE)) {
        read.push(await readOrder(reading, order, linesOf.get(order.id) ?? []));
      }
      yield shopPage({
        news: read.flatMap(({ news }) => news ?? []),
        setAside: read.flatMap(({ setAside }) => setAside ?? []),
      });
    }
  }
  yield shopPage({ completeUntil: until });
}

async function start({ graphql, signal }: OrderReading, query: string): Promise<string> {
  const asked = { query: BULK_START, variables: { query }, effect: 'write' } as const;
  const { bulkOperationRunQuery: started } = await graphql.ask(asked, Started, signal);
  if (started.bulkOperation) return started.bulkOperation.id;
  const why = started.userErrors[0]?.message.slice(0, 200) ?? 'it does not say why';
  // One at a time for an app and shop: another process may be at it.
  throw new Refusal('system_busy', `Shopify does not begin to write the orders: ${why}`, {
    retryAfterSeconds: 300,
  });
}

/** The address of the file; null when it would be empty. */
async function finished(
  { graphql, signal }: OrderReading,
  id: string,
  sleep: HttpSurroundings['sleep'],
): Promise<string | null> {
  for (let polls = 0; polls < POLLS_MAX; polls += 1) {
    await sleep(POLL_MS, signal);
    const { node } = await graphql.ask({ query: BULK_STATE_QUERY, variables: { id } }, State, signal);
    if (node?.status === 'COMPLETED') return node.url ?? null;
    if (node === null || !['CREATED', 'RUNNING'].includes(node.status)) {
      const why = node?.errorCode ?? node?.status ?? 'it is gone';
      throw new Refusal('system_answer_unusable', `Shopify did not write the orders to the end: ${why}.`);
    }
  }
  throw new Refusal('system_busy', 'Shopify is still writing the orders after two hours.', {
    retryAfterSeconds: 600,
  });
}

async function fileText(openFile: OpenFile, url: string, signal: AbortSignal): Promise<string> {
  const { origin, pathname, searchParams } = new URL(url);
  const query = Object.fromEntries(searchParams);
  const outcome = await openFile(origin).call({
    method: 'GET',
    path: pathname,
    query,
    effect: 'read',
    signal,
  });
  if (outcome.state === 'answered' && outcome.status === 200) return outcome.body;
  throw new Refusal('system_unreachable', 'The file that Shopify wrote could not be fetched.');
}

interface Lines {
  readonly orders: readonly { readonly id: string }[];
  readonly linesOf: ReadonlyMap<string, readonly ShopifyLineNode[]>;
}

/** The file's lines: orders, and lines of orders that name their order. */
function splitLines(text: string): Lines {
  const orders: { id: string }[] = [];
  const linesOf = new Map<string, ShopifyLineNode[]>();
  for (const json of text.split('\n')) {
    if (json.trim() === '') continue;
    const { data } = Line.safeParse(parseExactJson(json));
    const line = data?.__parentId === undefined ? null : ShopifyLineNode.safeParse(data).data;
    // A file that is cut short or of another shape would lose lines in silence.
    if (data === undefined || line === undefined) {
      throw new Refusal('system_answer_unusable', 'The file that Shopify wrote is not as documented.');
    }
    if (line === null) orders.push(data);
    else {
      const parent = data.__parentId ?? '';
      linesOf.set(parent, [...(linesOf.get(parent) ?? []), line]);
    }
  }
  return { orders, linesOf };
}
