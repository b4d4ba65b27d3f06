import type { NetworkReader } from '../../domain/networks/network-reader.ts';
import type { Trial } from './check-operations.ts';

const HOUR_MS = 3_600_000;

/** Reads the sales of the last hour: few, and it changes nothing. A gap is told, not passed over. */
export function tryReading(reader: NetworkReader): Trial {
  return async (signal) => {
    const until = new Date();
    const request = { from: new Date(until.getTime() - HOUR_MS), until, by: 'sales' } as const;
    let count = 0;
    let unread = 0;
    for await (const { transactions, setAside } of reader.readTransactions(request, signal)) {
      count += transactions.length;
      unread += setAside.length;
    }
    const aside = unread === 0 ? '' : ` ${unread} more could not be read.`;
    return `It reads: ${count} ${count === 1 ? 'transaction' : 'transactions'} in the last hour.${aside}`;
  };
}
