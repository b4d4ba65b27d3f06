import { z } from 'zod';
import { actionOf, type Correction } from '../../domain/networks/correction.ts';
import type { NetworkWriter, RowResult } from '../../domain/networks/network-writer.ts';
import { SaidText } from '../../domain/networks/said-text.ts';
import { parseExactJson } from '../../domain/text/exact-json.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';
import { createWriter } from '../networks/create-writer.ts';
import { jsonAmount } from '../networks/json-amount.ts';
import { rowResults } from '../networks/row-results.ts';
import { refersionReader } from './read.ts';
import { type RefersionCredentials, refersionClient } from './refersion-client.ts';

/** Published for Refersion's other lists; longer ones are answered with 429. */
const BATCH_MAX = 50;
const Changed = z.looseObject({
  ids_changed: z.array(SaidText).nullish(),
  ids_not_changed: z.array(SaidText).nullish(),
});
const Cancelled = z.looseObject({ conversion_id: SaidText });

type Status = 'APPROVED' | 'DENIED' | 'UNQUALIFIED';

/**
 * Changes the state of conversions at Refersion, and cancels the lines that came back. Claim: documented.
 *
 * A change of state answers 200 whatever happened: the two lists of ids say what did. Cancelling lines writes a
 * further, negative conversion each time it is called. There is no job, and nothing to look at without `listPath`.
 */
export function refersionWriter(
  credentials: RefersionCredentials,
  deps: ConnectorDeps = {},
  client: HttpClient = refersionClient(credentials, deps),
): NetworkWriter {
  async function setStatus(
    rows: readonly Correction[],
    status: Status,
    signal: AbortSignal,
  ): Promise<RowResult[]> {
    const ids = rows.map(({ transactionId }) => transactionId);
    const outcome = await client.call({
      method: 'POST',
      path: '/conversion/status_change',
      body: { json: { ids, status } },
      effect: 'write',
      signal,
    });
    return rowResults('Refersion', outcome, rows.length, (body) => changedOf(ids, body));
  }

  async function cancelLines(row: Correction, signal: AbortSignal): Promise<RowResult> {
    const items = linesOf(row);
    if (row.orderRef === null || items === null) return NO_LINES;
    const outcome = await client.call({
      method: 'POST',
      path: '/conversion/cancel',
      body: { json: { order_id: row.orderRef, items } },
      effect: 'write',
      signal,
    });
    const [result = NO_LINES] = rowResults('Refersion', outcome, 1, (body) => {
      const { data } = Cancelled.safeParse(parseExactJson(body));
      return data && data.conversion_id !== '' ? [{ state: 'accepted', job: data.conversion_id }] : null;
    });
    return result;
  }

  return createWriter({
    network: 'refersion',
    batchMax: BATCH_MAX,
    idempotent: false,
    reader: refersionReader(credentials, deps, client),
    pollJob: async () => ({ state: 'unknown' }),
    send: async (batch, _key, signal) => {
      const results = new Map<Correction, RowResult>();
      for (const status of ['APPROVED', 'DENIED', 'UNQUALIFIED'] as const) {
        const rows = batch.filter((row) => statusOf(row) === status);
        if (rows.length === 0) continue;
        const sent = await setStatus(rows, status, signal);
        rows.forEach((row, index) => {
          const result = sent[index];
          if (result) results.set(row, result);
        });
      }
      for (const row of batch) {
        if (statusOf(row) === null) results.set(row, await cancelLines(row, signal));
      }
      return batch.map((row) => results.get(row) ?? NOT_NAMED);
    },
  });
}

const NOT_NAMED: RowResult = { state: 'unclear', reason: 'Refersion does not say what became of it.' };
const NO_LINES: RowResult = {
  state: 'rejected',
  reason: 'Refersion takes a part back by order number and the lines that came back, and they are not known.',
};

/** The state that a row aims at; null when only a part of it goes back. */
function statusOf(row: Correction): Status | null {
  const action = actionOf(row);
  if (action === 'approve') return 'APPROVED';
  if (action === 'amend') return null;
  return row.reason === 'fraud' || row.reason === 'not_payable' ? 'DENIED' : 'UNQUALIFIED';
}

function linesOf({ returned }: Correction): { sku: string; price: number; quantity: number }[] | null {
  if (returned === null || returned.length === 0) return null;
  const lines = returned.map(({ sku, unitPrice, quantity }) => ({
    sku,
    price: jsonAmount(BigInt(unitPrice)),
    quantity,
  }));
  return lines.every((line): line is typeof line & { price: number } => line.price !== null) ? lines : null;
}

function changedOf(ids: readonly string[], body: string): RowResult[] | null {
  const { data } = Changed.safeParse(parseExactJson(body));
  if (!data || (!data.ids_changed && !data.ids_not_changed)) return null;
  const changed = new Set(data.ids_changed ?? []);
  const notChanged = new Set(data.ids_not_changed ?? []);
  return ids.map((id) => {
    if (changed.has(id)) return { state: 'accepted', job: null };
    if (notChanged.has(id))
      return { state: 'rejected', reason: 'Refersion left it as it is, and gives no reason.' };
    return NOT_NAMED;
  });
}
