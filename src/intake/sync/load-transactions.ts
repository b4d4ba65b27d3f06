import type pg from 'pg';
import type { SetAsideRow } from '../../../db/queries/connectors/put-set-aside.ts';
import { fileColumns } from '../../domain/networks/file-cells.ts';
import type { TransactionPage } from '../../domain/networks/network-reader.ts';
import type { NetworkTransaction } from '../../domain/networks/network-transaction.ts';
import { transactionCells } from '../../domain/networks/transaction-cells.ts';
import { type LoadedReading, loadReadRows, setAsideRow } from './load-read-rows.ts';

/** A row keeps so much beside its columns; a longer record is kept without what is nested in it. */
const RAW_LETTERS_MAX = 12_000;

/** Transactions of one network become conversions, as its file would make them: status, sub id, lapse and record with them. */
export async function loadTransactions(
  pool: pg.Pool,
  network: string,
  { transactions, setAside }: Pick<TransactionPage, 'transactions' | 'setAside'>,
): Promise<LoadedReading> {
  const newest = new Map(transactions.map((each) => [each.transactionId, each]));
  const loaded = await loadReadRows(pool, 'conversions', {
    header: fileColumns({ network }),
    rows: [...newest.values()].map((each) => transactionCells(withShortRaw(each))),
  });
  const unread = setAside.map(
    ({ id, problem, raw }): SetAsideRow => setAsideRow(id ?? '', problem, JSON.stringify(raw) ?? ''),
  );
  return {
    ...loaded,
    rows: transactions.length + setAside.length,
    setAside: [...unread, ...loaded.setAside],
  };
}

function withShortRaw(transaction: NetworkTransaction): NetworkTransaction {
  if (JSON.stringify(transaction.raw).length <= RAW_LETTERS_MAX) return transaction;
  const flat = Object.entries(transaction.raw).filter(
    ([, value]) => typeof value !== 'object' && String(value).length <= 200,
  );
  return { ...transaction, raw: { ...Object.fromEntries(flat.slice(0, 50)), shortened: true } };
}
