import type { NetworkTransaction, SetAside } from './network-transaction.ts';
import type { DraftProblem, TransactionDraft } from './transaction-draft.ts';
import { transactionOf } from './transaction-of.ts';

/** Many records of one network at once; what cannot be read is set aside. */
export function readRecords(
  network: string,
  records: readonly unknown[],
  draftOf: (record: unknown) => TransactionDraft | DraftProblem,
  now: Date,
): { transactions: NetworkTransaction[]; setAside: SetAside[] } {
  const transactions: NetworkTransaction[] = [];
  const setAside: SetAside[] = [];
  for (const record of records) {
    const raw = isRecord(record) ? record : { value: record };
    const read = transactionOf(network, draftOf(record), raw, now);
    if ('transaction' in read) transactions.push(read.transaction);
    else setAside.push(read.setAside);
  }
  return { transactions, setAside };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
