import type { Correction } from './correction.ts';
import type { NetworkTransaction } from './network-transaction.ts';

/** What became of one row. `accepted` is the network's word that it was taken, not yet that it is done. */
export type RowResult =
  | { readonly state: 'accepted'; readonly job: string | null }
  | { readonly state: 'rejected'; readonly reason: string }
  /** It clearly was not taken, and may be sent again. */
  | { readonly state: 'not_sent'; readonly reason: string; readonly retryAfterSeconds: number | null }
  /** It may have been taken: look it up before anything else. */
  | { readonly state: 'unclear'; readonly reason: string };

/** What a network says of a job. */
export type JobState =
  | { readonly state: 'running' }
  /** Done; `refused` are those it names, by transaction id, `errors` how many were refused, named or not. */
  | { readonly state: 'done'; readonly errors: number; readonly refused: ReadonlyMap<string, string> }
  | { readonly state: 'failed'; readonly reason: string }
  /** The network has no such job, or none at all: only a look at the transactions tells. */
  | { readonly state: 'unknown' };

/** What a look at the transaction says about a row that was, or may have been, sent. */
export type LookUp =
  | { readonly state: 'done'; readonly found: NetworkTransaction }
  | { readonly state: 'not_yet'; readonly found: NetworkTransaction }
  | { readonly state: 'missing' }
  /** The network lets nobody look. */
  | { readonly state: 'unseen'; readonly reason: string };

/** The writing half of a network: only the outbox calls it. */
export interface NetworkWriter {
  readonly network: string;
  /** Rows that one call takes; longer lists are cut by the writer. */
  readonly batchMax: number;
  /** A second sending of the same row changes nothing at the network. */
  readonly idempotent: boolean;
  /**
   * Sends the rows in batches, each batch at most once.
   *
   * @param key - the action's id, sent along where the network takes one.
   * @returns one result a row, in order.
   */
  writeCorrections(rows: readonly Correction[], key: string, signal: AbortSignal): Promise<RowResult[]>;
  /** Throws a Refusal when the network cannot be asked. */
  pollJob(job: string, signal: AbortSignal): Promise<JobState>;
  /** Reads the transactions again. One answer a row, in order. Throws a Refusal when the network cannot be asked. */
  lookUp(rows: readonly Correction[], signal: AbortSignal): Promise<LookUp[]>;
}
