import type { NetworkReader, ReadRequest } from '../../../domain/networks/network-reader.ts';
import type { NetworkTransaction, SetAside } from '../../../domain/networks/network-transaction.ts';

/** Reads to the end: the last word on each transaction, what was set aside, the gaps and how far it is complete. */
export async function readAll(
  reader: NetworkReader,
  request: ReadRequest,
): Promise<{
  byId: Map<string, NetworkTransaction>;
  setAside: SetAside[];
  gaps: string[];
  completeUntil: (Date | null)[];
}> {
  const all = {
    byId: new Map(),
    setAside: [] as SetAside[],
    gaps: [] as string[],
    completeUntil: [] as (Date | null)[],
  };
  for await (const page of reader.readTransactions(request, AbortSignal.timeout(30_000))) {
    for (const transaction of page.transactions) all.byId.set(transaction.transactionId, transaction);
    all.setAside.push(...page.setAside);
    all.gaps.push(...page.gaps);
    all.completeUntil.push(page.completeUntil);
  }
  return all;
}
