import { z } from 'zod';
import { formatMicros } from '../../domain/money/micros.ts';
import { actionOf, type Correction, type CorrectionReason } from '../../domain/networks/correction.ts';
import type { JobState, NetworkWriter, RowResult } from '../../domain/networks/network-writer.ts';
import { SaidText } from '../../domain/networks/said-text.ts';
import { parseExactJson } from '../../domain/text/exact-json.ts';
import { ask } from '../http/ask.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';
import { createWriter } from '../networks/create-writer.ts';
import { rowResults } from '../networks/row-results.ts';
import { type ImpactCredentials, impactClient } from './impact-client.ts';
import { impactReader } from './read.ts';

const Queued = z.looseObject({ Status: z.string(), QueuedUri: SaidText });
const Submission = z.looseObject({ Status: z.string(), ErrorType: SaidText, ErrorReason: SaidText });

/**
 * Changes and reverses actions at impact.com, one a call. Claim: documented.
 *
 * impact.com approves by itself when an action locks, takes at most 1,000 changes of an action, and none once it is
 * locked. It queues what it takes; the submission says what became of it.
 */
export function impactWriter(
  credentials: ImpactCredentials,
  deps: ConnectorDeps = {},
  client: HttpClient = impactClient(credentials, deps),
): NetworkWriter {
  return createWriter({
    network: 'impact',
    batchMax: 1,
    idempotent: false,
    reader: impactReader(credentials, deps, client),
    send: async ([row], _key, signal) => {
      if (row === undefined) return [];
      const action = actionOf(row);
      if (action === 'approve') {
        return [{ state: 'rejected', reason: 'impact.com approves by itself when the action locks.' }];
      }
      const outcome = await client.call({
        method: action === 'decline' ? 'DELETE' : 'PUT',
        path: '/Actions',
        body: { form: formOf(row, action) },
        effect: 'write',
        signal,
      });
      return rowResults('impact.com', outcome, 1, takenOf);
    },
    pollJob: async (job, signal): Promise<JobState> => {
      const path = `/APISubmissions/${encodeURIComponent(job)}`;
      const { Status, ErrorType, ErrorReason } = await ask(
        client,
        { method: 'GET', path, signal },
        Submission,
      );
      if (!/^complete$/i.test(Status)) return { state: 'running' };
      const reason = [ErrorType, ErrorReason].filter((text) => text !== '').join(': ');
      return reason === ''
        ? { state: 'done', errors: 0, refused: new Map() }
        : { state: 'failed', reason: `impact.com refuses it: ${reason.slice(0, 300)}` };
    },
  });
}

const CODES: Readonly<Record<CorrectionReason, { readonly amend: string; readonly reverse: string }>> = {
  returned: { amend: 'ITEM_RETURNED', reverse: 'ITEM_RETURNED' },
  partly_returned: { amend: 'ITEM_RETURNED', reverse: 'ITEM_RETURNED' },
  cancelled: { amend: 'ORDER_ERROR', reverse: 'ORDER_ERROR' },
  duplicate: { amend: 'ORDER_ERROR', reverse: 'ORDER_ERROR' },
  fraud: { amend: 'CONS_FRAUD', reverse: 'CONS_FRAUD' },
  wrong_amount: { amend: 'ORDER_UPDATE', reverse: 'ORDER_ERROR' },
  not_payable: { amend: 'NOT_COMPLIANCE_TERMS', reverse: 'NOT_COMPLIANCE_TERMS' },
  test: { amend: 'TEST_ACTION', reverse: 'TEST_ACTION' },
  other: { amend: 'OTHER', reverse: 'OTHER' },
};

function formOf(
  { transactionId, after, reason }: Correction,
  action: 'decline' | 'amend',
): Record<string, string> {
  const { amend, reverse } = CODES[reason];
  if (action === 'decline') return { ActionId: transactionId, DispositionCode: reverse };
  return { ActionId: transactionId, Reason: amend, Amount: formatMicros(BigInt(after.sale)) };
}

function takenOf(body: string): RowResult[] | null {
  const { data } = Queued.safeParse(parseExactJson(body));
  if (data === undefined || !/^(?:queued|ok)$/i.test(data.Status)) return null;
  return [{ state: 'accepted', job: data.QueuedUri.split('/').at(-1) || null }];
}
