import { z } from 'zod';
import { actionOf, type Correction, type CorrectionReason } from '../../domain/networks/correction.ts';
import type { JobState, NetworkWriter, RowResult } from '../../domain/networks/network-writer.ts';
import { SaidText } from '../../domain/networks/said-text.ts';
import { parseExactJson } from '../../domain/text/exact-json.ts';
import { ask } from '../http/ask.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';
import { createWriter } from '../networks/create-writer.ts';
import { jsonAmount } from '../networks/json-amount.ts';
import { rowResults } from '../networks/row-results.ts';
import { type AwinCredentials, awinClient } from './awin-client.ts';
import { awinReader } from './read.ts';

/** Published. */
const BATCH_MAX = 40_000;

const Taken = z.union([z.looseObject({ jobId: z.string().min(1) }), z.string().regex(/^[\w-]{6,100}$/)]);
const Job = z.looseObject({
  status: z.string(),
  errors: SaidText,
  failedTransactions: z
    .array(z.looseObject({ transactionId: SaidText, code: SaidText, description: SaidText }))
    .nullish(),
});

/**
 * Validates, declines and amends transactions at Awin, 40,000 a call. Claim: documented.
 *
 * Awin knows no idempotency key, and reckons the commission itself from the amended sale. Corrections for a payment
 * have to be there by 12:00 CET on the 15th and on the last day of the month.
 */
export function awinWriter(
  credentials: AwinCredentials,
  deps: ConnectorDeps = {},
  client: HttpClient = awinClient(credentials, deps),
): NetworkWriter {
  const path = `/advertisers/${credentials.advertiserId}/transactions`;
  return createWriter({
    network: 'awin',
    batchMax: BATCH_MAX,
    idempotent: false,
    reader: awinReader(credentials, deps, client),
    send: async (batch, _key, signal) => {
      const orders = batch.map(orderOf);
      const sendable = orders.filter((order) => order !== null);
      const outcome =
        sendable.length === 0
          ? null
          : await client.call({
              method: 'POST',
              path: `${path}/batch`,
              body: { json: sendable },
              effect: 'write',
              signal,
            });
      const sent =
        outcome === null ? [] : rowResults('Awin', outcome, sendable.length, takenOf(sendable.length));
      const results = sent.values();
      return orders.map((order) => (order === null ? INEXACT : (results.next().value ?? INEXACT)));
    },
    pollJob: async (job, signal): Promise<JobState> => {
      const call = {
        method: 'GET',
        path: `${path}/jobs/${encodeURIComponent(job)}`,
        query: { output: 'errors' },
        signal,
      } as const;
      const { status, errors, failedTransactions } = await ask(client, call, Job);
      if (!/^done$/i.test(status)) return { state: 'running' };
      const refused = new Map(
        (failedTransactions ?? []).map(({ transactionId, code, description }) => [
          transactionId,
          [code, description].filter((text) => text !== '').join(' ') || 'Awin gives no reason.',
        ]),
      );
      return { state: 'done', errors: Math.max(refused.size, Number(errors) || 0), refused };
    },
  });
}

const INEXACT: RowResult = { state: 'rejected', reason: 'The amount cannot be written exactly.' };

const REASONS: Readonly<Record<CorrectionReason, string>> = {
  returned: 'order returned',
  partly_returned: 'order partly returned',
  cancelled: 'order cancelled',
  duplicate: 'duplicate transaction',
  fraud: 'breach of programme terms',
  wrong_amount: 'amount corrected',
  not_payable: 'breach of programme terms',
  test: 'test transaction',
  other: 'other',
};

/** One object of the batch; null when its amount cannot be written exactly. */
function orderOf(row: Correction): Record<string, unknown> | null {
  const { after, currency, reason } = row;
  const transactionId = /^\d{1,15}$/.test(row.transactionId) ? Number(row.transactionId) : row.transactionId;
  const action = actionOf(row);
  switch (action) {
    case 'approve':
      return { action, transaction: { transactionId } };
    case 'decline':
      return { action, transaction: { transactionId, declineReason: REASONS[reason] } };
    case 'amend': {
      const saleAmount = jsonAmount(BigInt(after.sale));
      if (saleAmount === null) return null;
      return {
        action,
        // Approves it once it is amended.
        ...(after.status === 'approved' ? { approve: true } : {}),
        transaction: { transactionId, currency, saleAmount, amendReason: REASONS[reason] },
      };
    }
    default:
      return action satisfies never;
  }
}

function takenOf(count: number): (body: string) => RowResult[] | null {
  return (body) => {
    const { data } = Taken.safeParse(parseExactJson(body) ?? body.trim());
    if (data === undefined) return null;
    const job = typeof data === 'string' ? data : data.jobId;
    return Array.from({ length: count }, () => ({ state: 'accepted', job }) as const);
  };
}
