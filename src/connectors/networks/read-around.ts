import { Refusal } from '../../domain/errors.ts';
import { type TimeWindow, windowsAround } from '../../domain/networks/cut-windows.ts';
import type { TransactionRef } from '../../domain/networks/network-reader.ts';
import type { NetworkTransaction } from '../../domain/networks/network-transaction.ts';

/**
 * Reads transactions again at a network that cannot be asked by id: by the windows around their sales.
 *
 * @param system - as sentences name it.
 * @param read - the transactions whose sale lies in a window, page by page.
 * @throws {Refusal} `correction_impossible` when the time of a sale is not known; what `read` throws.
 */
export async function readAround(
  system: string,
  refs: readonly TransactionRef[],
  around: { readonly marginSeconds: number; readonly secondsMax: number },
  read: (window: TimeWindow) => AsyncIterable<{ readonly transactions: readonly NetworkTransaction[] }>,
): Promise<Map<string, NetworkTransaction>> {
  const moments = refs.flatMap(({ convertedAt }) => (convertedAt === null ? [] : [convertedAt]));
  if (moments.length < refs.length) {
    throw new Refusal('correction_impossible', `${system} can only be asked by the time of the sale.`);
  }
  const wanted = new Set(refs.map(({ transactionId }) => transactionId));
  const found = new Map<string, NetworkTransaction>();
  for (const window of windowsAround(moments, around)) {
    for await (const { transactions } of read(window)) {
      for (const transaction of transactions) {
        if (wanted.has(transaction.transactionId)) found.set(transaction.transactionId, transaction);
      }
    }
  }
  return found;
}
