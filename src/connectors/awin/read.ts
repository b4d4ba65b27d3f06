import { z } from 'zod';
import { cutWindows, type TimeWindow } from '../../domain/networks/cut-windows.ts';
import type { NetworkFile } from '../../domain/networks/network-file.ts';
import type { NetworkReader, TransactionPage } from '../../domain/networks/network-reader.ts';
import { readRecords } from '../../domain/networks/read-records.ts';
import { ask } from '../http/ask.ts';
import type { HttpClient } from '../http/http-client.ts';
import { REAL_SURROUNDINGS } from '../http/surroundings.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';
import { type AwinCredentials, awinClient } from './awin-client.ts';
import { awinDraft } from './awin-draft.ts';

const WINDOW_DAYS_MAX = 31;
const IDS_MAX = 100;
const DATE_TYPES = { sales: ['transaction'], changes: ['transaction', 'validation', 'amendment'] } as const;
const Answer = z.array(z.unknown());

/**
 * Awin's transactions, as its advertiser API documents them. Claim: documented; built from the vendor's pages and our
 * own fixtures, not run against a live account.
 *
 * Awin does not page: a window comes whole. Its dates carry no zone, and are asked for in UTC. What changed is asked
 * for three times a window, by date of sale, of validation and of amendment; that a commission was paid shows under
 * none of them, only when the sale is read again.
 */
export function awinReader(
  credentials: AwinCredentials,
  deps: ConnectorDeps = {},
  client: HttpClient = awinClient(credentials, deps),
): NetworkReader {
  const { nowMs } = deps.surroundings ?? REAL_SURROUNDINGS;
  const path = `/advertisers/${credentials.advertiserId}/transactions/`;
  const read = async (query: Readonly<Record<string, string>>, signal: AbortSignal) => {
    const answer = await ask(
      client,
      { method: 'GET', path, query: { ...query, timezone: 'UTC' }, signal },
      Answer,
    );
    return readRecords('awin', answer, awinDraft, new Date(nowMs()));
  };
  return {
    network: 'awin',
    async *readTransactions({ from, until, by }, signal): AsyncGenerator<TransactionPage> {
      for (const window of cutWindows({ from, until }, WINDOW_DAYS_MAX * 86_400)) {
        const dateTypes = DATE_TYPES[by];
        for (const dateType of dateTypes) {
          const rows = await read({ ...datesOf(window), dateType, showBasketProducts: 'true' }, signal);
          const completeUntil = dateType === dateTypes.at(-1) ? window.until : null;
          yield { ...rows, completeUntil, gaps: [] };
        }
      }
    },
    async readAgain(refs, signal) {
      const found = new Map();
      const ids = refs.map(({ transactionId }) => transactionId);
      for (let at = 0; at < ids.length; at += IDS_MAX) {
        const { transactions } = await read({ ids: ids.slice(at, at + IDS_MAX).join(',') }, signal);
        for (const transaction of transactions) found.set(transaction.transactionId, transaction);
      }
      return found;
    },
  };
}

/** To the second, outwards: a moment more comes twice rather than never. */
function datesOf({ from, until }: TimeWindow): { startDate: string; endDate: string } {
  const second = (ms: number): string => new Date(ms * 1_000).toISOString().slice(0, 19);
  const start = Math.floor(from.getTime() / 1_000);
  const end = Math.min(Math.ceil(until.getTime() / 1_000), start + WINDOW_DAYS_MAX * 86_400);
  return { startDate: second(start), endDate: second(end) };
}

/**
 * Awin's transactions in a file: the API's JSON, or a CSV that flattens the same fields (Awin documents none).
 *
 * Limitations: Awin names no click id. Its times carry no zone: they are taken for UTC, and `lapseTime`, which has
 * none, counts for the time to conversion. A sale in one currency with its commission in another is refused.
 */
export const AWIN_FILE: NetworkFile = {
  network: 'awin',
  title: 'Awin',
  draftOf: awinDraft,
  paths: [
    ['id', ['id', 'transactionid']],
    ['publisherId', ['publisherid', 'affiliateid']],
    ['commissionStatus', ['commissionstatus', 'status']],
    ['commissionAmount.amount', ['commissionamountamount', 'commissionamount', 'commission']],
    ['commissionAmount.currency', ['commissionamountcurrency', 'commissioncurrency']],
    ['saleAmount.amount', ['saleamountamount', 'saleamount']],
    ['saleAmount.currency', ['saleamountcurrency', 'salecurrency', 'currency']],
    ['clickRefs.clickRef', ['clickrefsclickref', 'clickref', 'clickref1']],
    ['clickDate', ['clickdate']],
    ['transactionDate', ['transactiondate']],
    ['validationDate', ['validationdate']],
    ['lapseTime', ['lapsetime']],
    ['voucherCode', ['vouchercode']],
    ['clickDevice', ['clickdevice']],
    ['transactionDevice', ['transactiondevice']],
    ['orderRef', ['orderref', 'orderreference']],
    ['paidToPublisher', ['paidtopublisher']],
    ['declineReason', ['declinereason']],
    ['amendReason', ['amendreason']],
    ['customerAcquisition', ['customeracquisition']],
  ],
  required: [
    'id',
    'publisherId',
    'transactionDate',
    'saleAmount.amount',
    'saleAmount.currency',
    'commissionAmount.amount',
  ],
};
