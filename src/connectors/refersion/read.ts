import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import type { NetworkFile } from '../../domain/networks/network-file.ts';
import type { NetworkReader, ReadRequest, TransactionPage } from '../../domain/networks/network-reader.ts';
import type { NetworkTransaction, SetAside } from '../../domain/networks/network-transaction.ts';
import { readRecords } from '../../domain/networks/read-records.ts';
import { SaidText } from '../../domain/networks/said-text.ts';
import { transactionOf } from '../../domain/networks/transaction-of.ts';
import { ask } from '../http/ask.ts';
import type { HttpClient } from '../http/http-client.ts';
import { REAL_SURROUNDINGS } from '../http/surroundings.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';
import { type RefersionCredentials, refersionClient } from './refersion-client.ts';
import { refersionDraft } from './refersion-draft.ts';

const PAGE_SIZE = 100;
const PAGES_MAX = 10_000;
const Page = z.looseObject({ results: z.array(z.record(z.string(), z.unknown())), total_pages: SaidText });
const Totals = z.looseObject({ conversions_count: SaidText, commission_total: SaidText, currency: SaidText });
const NO_LIST = 'Refersion documents no call that lists conversions: they come by webhook, or as a file.';

/**
 * Refersion's conversions. Claim: documented; built from the vendor's pages, not run against a live account.
 *
 * Refersion documents no list of conversions. Where `listPath` names the account's own, it is read page by page to the
 * end and cut to the time here; else the reader states the gap.
 */
export function refersionReader(
  credentials: RefersionCredentials,
  deps: ConnectorDeps = {},
  client: HttpClient = refersionClient(credentials, deps),
): NetworkReader {
  const { nowMs } = deps.surroundings ?? REAL_SURROUNDINGS;
  const { listPath } = credentials;

  async function* pagesOf(path: string, signal: AbortSignal) {
    for (let page = 1; page <= PAGES_MAX; page += 1) {
      const body = { json: { page, limit: PAGE_SIZE, per_page: PAGE_SIZE } };
      const answer = await ask(client, { method: 'POST', path, body, signal }, Page);
      yield readRecords('refersion', answer.results, refersionDraft, new Date(nowMs()));
      const pages = Number(answer.total_pages);
      const isLast = pages > 0 ? page >= pages : answer.results.length < PAGE_SIZE;
      if (isLast || answer.results.length === 0) return;
    }
    throw new Refusal('system_answer_unusable', `Refersion gives more than ${PAGES_MAX} pages.`);
  }

  return {
    network: 'refersion',
    async *readTransactions(request, signal): AsyncGenerator<TransactionPage> {
      if (listPath === null) {
        yield { transactions: [], setAside: [], completeUntil: null, gaps: [NO_LIST] };
        return;
      }
      for await (const { transactions, setAside } of pagesOf(listPath, signal)) {
        const wanted = transactions.filter((transaction) => isWithin(transaction, request));
        yield { transactions: wanted, setAside, completeUntil: null, gaps: [] };
      }
      yield { transactions: [], setAside: [], completeUntil: request.until, gaps: [] };
    },
    async readAgain(refs, signal) {
      if (listPath === null) throw new Refusal('correction_impossible', NO_LIST);
      const wanted = new Set(refs.map(({ transactionId }) => transactionId));
      const found = new Map<string, NetworkTransaction>();
      for await (const { transactions } of pagesOf(listPath, signal)) {
        for (const transaction of transactions) {
          if (wanted.delete(transaction.transactionId)) found.set(transaction.transactionId, transaction);
        }
        if (wanted.size === 0) break;
      }
      return found;
    },
  };
}

function isWithin(
  { convertedAt, modifiedAt }: NetworkTransaction,
  { from, until, by }: ReadRequest,
): boolean {
  const at = by === 'sales' ? convertedAt : (modifiedAt ?? convertedAt);
  return at >= from && at < until;
}

/** A conversion that a webhook brought. */
export function readRefersionConversion(
  body: Readonly<Record<string, unknown>>,
  now: Date,
): { readonly transaction: NetworkTransaction } | { readonly setAside: SetAside } {
  return transactionOf('refersion', refersionDraft(body), body, now);
}

/** How many conversions there are in a time and what they pay, to hold against what arrived by webhook. */
export async function readRefersionTotals(
  client: HttpClient,
  { from, until }: { readonly from: Date; readonly until: Date },
  signal: AbortSignal,
): Promise<{ conversions: string; commission: string; currency: string }> {
  const time = (at: Date): string => at.toISOString().slice(0, 19).replace('T', ' ');
  const body = {
    json: {
      status: ['PENDING', 'APPROVED'],
      created_from: time(from),
      created_to: time(until),
      is_test_conversion: false,
    },
  };
  const totals = await ask(client, { method: 'POST', path: '/conversion/totals', body, signal }, Totals);
  return {
    conversions: totals.conversions_count,
    commission: totals.commission_total,
    currency: totals.currency,
  };
}

/** Refersion's conversions in a file: a JSON list as its webhooks write them, or a CSV that flattens the same fields. */
export const REFERSION_FILE: NetworkFile = {
  network: 'refersion',
  title: 'Refersion',
  draftOf: refersionDraft,
  paths: [
    ['id', ['id', 'conversionid']],
    ['created', ['created', 'createdat', 'conversiondate', 'date']],
    ['updated', ['updated', 'updatedat']],
    ['status', ['status']],
    ['payment_status', ['paymentstatus']],
    ['denied_reason_code', ['deniedreasoncode', 'deniedreason']],
    ['reason', ['reason']],
    ['total', ['total', 'ordertotal']],
    ['commission_total', ['commissiontotal', 'commission']],
    ['currency', ['currency']],
    ['order_id', ['orderid', 'ordernumber']],
    ['coupon_code', ['couponcode', 'coupon']],
    ['affiliate.id', ['affiliateid']],
    ['click.created', ['clickcreated', 'clickdate']],
    ['click.sub_id', ['clicksubid', 'subid']],
  ],
  required: ['id', 'created', 'total', 'commission_total', 'currency', 'affiliate.id'],
};
