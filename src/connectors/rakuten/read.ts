import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import { cutWindows, type TimeWindow } from '../../domain/networks/cut-windows.ts';
import type { NetworkFile } from '../../domain/networks/network-file.ts';
import type { NetworkReader, TransactionPage } from '../../domain/networks/network-reader.ts';
import { readRecords } from '../../domain/networks/read-records.ts';
import { ask } from '../http/ask.ts';
import type { HttpClient } from '../http/http-client.ts';
import { REAL_SURROUNDINGS } from '../http/surroundings.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';
import { readAround } from '../networks/read-around.ts';
import { type RakutenCredentials, rakutenClient } from './rakuten-client.ts';
import { rakutenDraft } from './rakuten-draft.ts';

const DAY = 86_400;
/** It refuses what begins more than 30 days ago; a day is left for the way there. */
const AGE_DAYS_MAX = 29;
const PAGE_SIZE = 1_000;
const PAGES_MAX = 10_000;
const AROUND = { marginSeconds: 60, secondsMax: AGE_DAYS_MAX * DAY };
const Answer = z.array(z.unknown());

/**
 * Rakuten Advertising's events, one row for each SKU of an order. Claim: documented; built from published descriptions,
 * not run against a live account.
 *
 * They are made for publishers, kept for some weeks only, and by Rakuten's own word no way to reckon commissions:
 * read only. A reversal is a further, negative row.
 */
export function rakutenReader(
  credentials: RakutenCredentials,
  deps: ConnectorDeps = {},
  client: HttpClient = rakutenClient(credentials, deps),
): NetworkReader {
  const { nowMs } = deps.surroundings ?? REAL_SURROUNDINGS;

  async function* pagesOf(
    { from, until }: TimeWindow,
    kind: 'process' | 'transaction',
    signal: AbortSignal,
  ): AsyncGenerator<Omit<TransactionPage, 'completeUntil'>> {
    for (let page = 1; page <= PAGES_MAX; page += 1) {
      const query = {
        [`${kind}_date_start`]: moment(Math.floor(from.getTime() / 1_000)),
        [`${kind}_date_end`]: moment(Math.ceil(until.getTime() / 1_000)),
        page: String(page),
        limit: String(PAGE_SIZE),
      };
      const rows = await ask(
        client,
        { method: 'GET', path: '/events/1.0/transactions', query, signal },
        Answer,
      );
      yield { ...readRecords('rakuten', rows, rakutenDraft, new Date(nowMs())), gaps: [] };
      if (rows.length < PAGE_SIZE) return;
    }
    throw new Refusal('system_answer_unusable', `Rakuten Advertising gives more than ${PAGES_MAX} pages.`);
  }

  return {
    network: 'rakuten',
    async *readTransactions({ from, until, by }, signal): AsyncGenerator<TransactionPage> {
      const oldest = new Date(nowMs() - AGE_DAYS_MAX * DAY * 1_000);
      if (from < oldest) {
        const gap = `Rakuten Advertising gives nothing from before ${oldest.toISOString().slice(0, 10)}.`;
        yield { transactions: [], setAside: [], completeUntil: null, gaps: [gap] };
      }
      const kind = by === 'sales' ? 'transaction' : 'process';
      for (const window of cutWindows({ from: from < oldest ? oldest : from, until }, AGE_DAYS_MAX * DAY)) {
        for await (const page of pagesOf(window, kind, signal)) yield { ...page, completeUntil: null };
        yield { transactions: [], setAside: [], completeUntil: window.until, gaps: [] };
      }
    },
    readAgain: (refs, signal) => {
      const oldest = new Date(nowMs() - AGE_DAYS_MAX * DAY * 1_000);
      const young = refs.filter(({ convertedAt }) => convertedAt === null || convertedAt > oldest);
      return readAround('Rakuten Advertising', young, AROUND, (window) =>
        pagesOf(window, 'transaction', signal),
      );
    },
  };
}

const moment = (epochSeconds: number): string =>
  new Date(epochSeconds * 1_000).toISOString().slice(0, 19).replace('T', ' ');

/** Rakuten's rows in a file: the API's JSON list, or a CSV that flattens the same fields. */
export const RAKUTEN_FILE: NetworkFile = {
  network: 'rakuten',
  title: 'Rakuten Advertising',
  draftOf: rakutenDraft,
  paths: [
    ['etransaction_id', ['etransactionid', 'transactionid']],
    ['sid', ['sid', 'publisherid', 'affiliateid', 'siteid']],
    ['order_id', ['orderid']],
    ['sku_number', ['skunumber', 'sku']],
    ['sale_amount', ['saleamount', 'sales']],
    ['quantity', ['quantity', 'ofitems']],
    ['commissions', ['commissions', 'totalcommission', 'commission']],
    ['process_date', ['processdate']],
    ['transaction_date', ['transactiondate']],
    ['transaction_type', ['transactiontype']],
    ['product_name', ['productname']],
    ['u1', ['u1', 'memberidu1']],
    ['currency', ['currency']],
  ],
  required: ['etransaction_id', 'sid', 'transaction_date', 'sale_amount', 'commissions', 'currency'],
};
