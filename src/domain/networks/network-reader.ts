import type { NetworkTransaction, SetAside } from './network-transaction.ts';

/** What changed in a time: from, inclusive, until, exclusive. */
export interface ReadRequest {
  readonly from: Date;
  readonly until: Date;
  /** `changes` by the date of the last modification where the network has one; `sales` by the date of the sale. */
  readonly by: 'changes' | 'sales';
}

/** One answer of a network. */
export interface TransactionPage {
  readonly transactions: readonly NetworkTransaction[];
  readonly setAside: readonly SetAside[];
  /** All before this moment has been handed over: where the next reading may begin. Null in the middle of a window. */
  readonly completeUntil: Date | null;
  /** Sentences about what could not be had; empty when nothing is missing. */
  readonly gaps: readonly string[];
}

/** How a transaction is found again; networks that cannot be asked by id are asked by the time of the sale. */
export interface TransactionRef {
  readonly transactionId: string;
  readonly convertedAt: Date | null;
}

/** The reading half of a network. */
export interface NetworkReader {
  readonly network: string;
  /**
   * Every transaction of the time, page by page, oldest window first; a gap is stated, never silent. What was handed
   * over may come again: a transaction is known by network and id.
   *
   * @throws {Refusal} `system_sign_in_refused`, `system_unreachable`, `system_busy` or `system_answer_unusable`.
   */
  readTransactions(request: ReadRequest, signal: AbortSignal): AsyncGenerator<TransactionPage>;
  /**
   * These transactions as they are now, keyed by id; what the network does not know is absent. Throws as above, and
   * `correction_impossible` where the network lets nobody look.
   */
  readAgain(
    refs: readonly TransactionRef[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, NetworkTransaction>>;
}
