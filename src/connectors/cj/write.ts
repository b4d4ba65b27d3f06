import { z } from 'zod';
import { actionOf, type Correction } from '../../domain/networks/correction.ts';
import type { NetworkWriter, RowResult } from '../../domain/networks/network-writer.ts';
import { SaidText } from '../../domain/networks/said-text.ts';
import { parseExactJson } from '../../domain/text/exact-json.ts';
import type { HttpClient } from '../http/http-client.ts';
import { REAL_SURROUNDINGS } from '../http/surroundings.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';
import { createWriter } from '../networks/create-writer.ts';
import { readFirst } from '../networks/read-first.ts';
import { rowResults } from '../networks/row-results.ts';
import { type CjCredentials, cjClient, cjTrackingClient } from './cj-client.ts';
import { type CjOrder, orderOf } from './cj-order.ts';
import { cjReader } from './read.ts';

/** Published. */
const BATCH_MAX = 10_000;
const ANSWERED = '{ orders { orderId submissionId batchId } errors { message fields } }';
const MUTATIONS = {
  cancelOrders: `mutation ($orders: [OrderCancelRequest!]!) { cancelOrders(cancelledOrders: $orders) ${ANSWERED} }`,
  restateOrders: `mutation ($orders: [OrderRestateRequest!]!) { restateOrders(restatedOrders: $orders) ${ANSWERED} }`,
} as const;

const Part = z.looseObject({
  orders: z.array(z.looseObject({ orderId: SaidText, batchId: SaidText })).nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).nullish(),
});
const Answer = z.looseObject({
  data: z.record(z.string(), Part.nullish()).nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).nullish(),
});

/**
 * Cancels and restates orders at CJ, 10,000 a call. Claim: documented.
 *
 * A restatement replaces the whole order: what it does not say is gone, so the order is read first, and one with lines
 * is only restated with all of them. CJ has no job to ask for: the new records show within an hour or more. Locked and
 * closed orders are refused in the processing, which only a second look shows.
 */
export function cjWriter(
  credentials: CjCredentials,
  deps: ConnectorDeps = {},
  clients: { readonly commissions: HttpClient; readonly tracking: HttpClient } = {
    commissions: cjClient(credentials, deps),
    tracking: cjTrackingClient(credentials, deps),
  },
): NetworkWriter {
  const reader = cjReader(credentials, deps, clients.commissions);
  const { nowMs } = deps.surroundings ?? REAL_SURROUNDINGS;

  async function mutate(
    name: keyof typeof MUTATIONS,
    orders: readonly CjOrder[],
    signal: AbortSignal,
  ): Promise<RowResult[]> {
    if (orders.length === 0) return [];
    const outcome = await clients.tracking.call({
      method: 'POST',
      path: '/graphql',
      body: { json: { query: MUTATIONS[name], variables: { orders } } },
      effect: 'write',
      signal,
    });
    return rowResults('CJ', outcome, orders.length, (body) => takenOf(name, orders, body));
  }

  return createWriter({
    network: 'cj',
    batchMax: BATCH_MAX,
    idempotent: false,
    reader,
    pollJob: async () => ({ state: 'unknown' }),
    send: async (batch, _key, signal) => {
      const found = await readFirst(reader, batch, signal);
      if ('state' in found) return batch.map(() => found);
      const updateTime = new Date(nowMs()).toISOString();
      const orders = batch.map((row) => orderOf(row, found.get(row.transactionId), credentials, updateTime));
      const results = new Map<CjOrder, RowResult>();
      for (const name of ['cancelOrders', 'restateOrders'] as const) {
        const some = orders.filter(
          (order): order is CjOrder =>
            'orderId' in order && mutationOf(batch[orders.indexOf(order)]) === name,
        );
        const sent = await mutate(name, some, signal);
        some.forEach((order, index) => {
          const result = sent[index];
          if (result) results.set(order, result);
        });
      }
      return orders.map((order) =>
        'orderId' in order ? (results.get(order) ?? NOT_NAMED) : { state: 'rejected', reason: order.problem },
      );
    },
  });
}

const NOT_NAMED: RowResult = { state: 'unclear', reason: 'CJ does not say what became of it.' };

const mutationOf = (row: Correction | undefined): keyof typeof MUTATIONS =>
  row && actionOf(row) === 'decline' ? 'cancelOrders' : 'restateOrders';

/** Each order is named among the taken ones, or the errors are about it. */
function takenOf(name: string, orders: readonly CjOrder[], body: string): RowResult[] | null {
  const { data } = Answer.safeParse(parseExactJson(body));
  if (data === undefined) return null;
  const part = data.data?.[name];
  const errors = [...(part?.errors ?? []), ...(data.errors ?? [])].map(({ message }) => message);
  if (!part && errors.length === 0) return null;
  const jobs = new Map((part?.orders ?? []).map(({ orderId, batchId }) => [orderId, batchId || null]));
  return orders.map(({ orderId }) => {
    const job = jobs.get(orderId);
    if (job !== undefined) return { state: 'accepted', job };
    if (errors.length === 0) return NOT_NAMED;
    return { state: 'rejected', reason: `CJ refuses it: ${errors.join('; ').slice(0, 300)}` };
  });
}
