import type { TokenCount } from '../../domain/model/price-of.ts';

/** A call about to be made, at the most it may take. */
export interface PlannedCall {
  /** Null outside a run. */
  readonly runId: string | null;
  readonly engine: string;
  /** With version. */
  readonly prompt: string;
  readonly most: TokenCount;
}

/** What became of a call. `unclear` ones may have been billed, and count as the most they may have taken. */
export type CallOutcome = 'answered' | 'unusable' | 'unclear' | 'failed';

/** Whether a call may be made, and for how much one was. */
export type Reservation =
  | { readonly state: 'reserved'; readonly callId: string }
  /** The run, or the day, has nothing left for a call of this size. */
  | { readonly state: 'over'; readonly which: 'run' | 'day' };

export interface Spent extends TokenCount {
  /** In the policy's `priceCurrency`; null when no price is given. */
  readonly micros: bigint | null;
}

/**
 * Counts what language models take, per run and per day, before and after each call.
 *
 * What is reserved counts until it is settled, so that calls at the same time cannot all take the last of it.
 */
export interface Budget {
  reserve(call: PlannedCall): Promise<Reservation>;
  /** @param tokens - as the server counted; null when it did not say: the most is taken, or nothing where it `failed`. */
  settle(callId: string, outcome: CallOutcome, tokens: TokenCount | null): Promise<Spent>;
}
