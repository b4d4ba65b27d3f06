import { Refusal } from '../../domain/errors.ts';
import type { Correction } from '../../domain/networks/correction.ts';
import type { NetworkReader } from '../../domain/networks/network-reader.ts';
import type { NetworkTransaction } from '../../domain/networks/network-transaction.ts';
import type { RowResult } from '../../domain/networks/network-writer.ts';

/**
 * The transactions of these rows as they are now, for networks whose corrections are made of what is there; or what
 * that means for the rows when the network cannot be asked: nothing is sent.
 */
export async function readFirst(
  reader: Pick<NetworkReader, 'readAgain'>,
  rows: readonly Correction[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, NetworkTransaction> | Extract<RowResult, { state: 'not_sent' | 'rejected' }>> {
  const refs = rows.map(({ transactionId, convertedAt }) => ({
    transactionId,
    convertedAt: convertedAt === null ? null : new Date(convertedAt),
  }));
  try {
    return await reader.readAgain(refs, signal);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'correction_impossible') return { state: 'rejected', reason: error.sentence };
    const { retryAfterSeconds } = error.facts;
    return {
      state: 'not_sent',
      reason: error.sentence,
      retryAfterSeconds: typeof retryAfterSeconds === 'number' ? retryAfterSeconds : null,
    };
  }
}
