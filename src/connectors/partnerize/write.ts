import { z } from 'zod';
import { actionOf, type Correction } from '../../domain/networks/correction.ts';
import type { NetworkReader } from '../../domain/networks/network-reader.ts';
import type { NetworkTransaction } from '../../domain/networks/network-transaction.ts';
import type { JobState, NetworkWriter, RowResult } from '../../domain/networks/network-writer.ts';
import { SaidText } from '../../domain/networks/said-text.ts';
import { parseExactJson } from '../../domain/text/exact-json.ts';
import { ask } from '../http/ask.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';
import { createWriter } from '../networks/create-writer.ts';
import { readFirst } from '../networks/read-first.ts';
import { rowResults } from '../networks/row-results.ts';
import { type PartnerizeCredentials, partnerizeClient } from './partnerize-client.ts';
import { type PartnerizeUpdate, updateOf } from './partnerize-update.ts';
import { partnerizeReader } from './read.ts';

/** Published: 100,000 conversions, or items; an order has several of those. */
const BATCH_MAX = 10_000;

const Job = z.looseObject({
  data: z.looseObject({ id: z.string().min(1), status: z.string(), item_error_count: SaidText }),
});

/**
 * Approves, rejects and amends conversions at Partnerize in bulk. Claim: documented.
 *
 * A bulk call takes whole conversions or items, never both, so a batch is at most two calls. The job counts the rows
 * that were refused and does not name them in a documented form: a second look does.
 */
export function partnerizeWriter(
  credentials: PartnerizeCredentials,
  deps: ConnectorDeps = {},
  client: HttpClient = partnerizeClient(credentials, deps),
): NetworkWriter {
  const reader = partnerizeReader(credentials, deps, client);
  const path = `/v3/brand/campaigns/${credentials.campaignId}/conversions/bulk`;

  async function post(
    key: 'conversions' | 'conversion_items',
    parts: readonly Readonly<Record<string, unknown>>[],
    signal: AbortSignal,
  ): Promise<RowResult[]> {
    if (parts.length === 0) return [];
    const body = { json: { [key]: Object.assign({}, ...parts) } };
    const outcome = await client.call({ method: 'POST', path, body, effect: 'write', signal });
    return rowResults('Partnerize', outcome, parts.length, (text) => {
      const { data } = Job.safeParse(parseExactJson(text));
      return data ? parts.map(() => ({ state: 'accepted', job: data.data.id }) as const) : null;
    });
  }

  return createWriter({
    network: 'partnerize',
    batchMax: BATCH_MAX,
    idempotent: false,
    reader,
    send: async (batch, _key, signal) => {
      const found = await amended(reader, batch, signal);
      if ('state' in found) return batch.map(() => found);
      const updates = batch.map((row) => updateOf(row, found.get(row.transactionId)));
      const whole = await post(
        'conversions',
        updates.flatMap((update) => ('conversions' in update ? [update.conversions] : [])),
        signal,
      );
      const items = await post(
        'conversion_items',
        updates.flatMap((update) => ('items' in update ? [update.items] : [])),
        signal,
      );
      return inOrder(updates, whole, items);
    },
    pollJob: async (job, signal): Promise<JobState> => {
      const call = { method: 'GET', path: `/v3/jobs/${encodeURIComponent(job)}`, signal } as const;
      const { status, item_error_count } = (await ask(client, call, Job)).data;
      if (status === 'failed') return { state: 'failed', reason: 'Partnerize’s job failed.' };
      if (status !== 'complete') return { state: 'running' };
      return { state: 'done', errors: Number(item_error_count) || 0, refused: new Map() };
    },
  });
}

/** The conversions whose amount is changed, as they are now. */
async function amended(
  reader: NetworkReader,
  batch: readonly Correction[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, NetworkTransaction> | RowResult> {
  const rows = batch.filter((row) => actionOf(row) === 'amend');
  return rows.length === 0 ? new Map() : readFirst(reader, rows, signal);
}

function inOrder(
  updates: readonly PartnerizeUpdate[],
  whole: readonly RowResult[],
  items: readonly RowResult[],
): RowResult[] {
  const results = { conversions: whole.values(), items: items.values() };
  return updates.map((update) => {
    if ('problem' in update) return { state: 'rejected', reason: update.problem };
    const { value } = ('conversions' in update ? results.conversions : results.items).next();
    return value ?? { state: 'unclear', reason: 'Nothing is known of it.' };
  });
}
