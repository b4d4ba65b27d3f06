import type { Effect } from '../proposals/effect.ts';

/** One effect on its way to another system. */
export interface Delivery {
  /** The action's id: sent along with every attempt. */
  readonly idempotencyKey: string;
  readonly proposalId: string;
  readonly effect: Effect;
}

/** What the other side says it took. */
export interface Receipt {
  readonly receivedAt: Date;
  /** JSON values only. */
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * How an attempt ended. `failed`: it clearly did not happen and may be tried again (busy, too many requests, no
 * connection). `refused`: it clearly did not and never will as it stands. `unclear`: it may have happened.
 */
export type DeliveryAnswer =
  | { readonly state: 'accepted'; readonly receipt: Receipt }
  | { readonly state: 'failed'; readonly reason: string; readonly retryAfterSeconds?: number }
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'unclear'; readonly reason: string };

/** A system that effects are delivered to. */
export interface DeliveryTarget {
  /** As the outbox names it. */
  readonly name: string;
  /** Whether a repeated idempotency key gives the first receipt instead of a second effect. */
  readonly idempotent: boolean;
  /** How long one call may take, seconds, where the outbox's own limit does not fit. */
  readonly callSeconds?: number;
  /** Makes one attempt. What it throws counts as `unclear`. The signal ends it when it takes too long. */
  deliver(delivery: Delivery, signal: AbortSignal): Promise<DeliveryAnswer>;
  /** What the other side knows under a key, `null` when nothing; absent where it cannot be asked. */
  lookUp?(idempotencyKey: string, signal: AbortSignal): Promise<Receipt | null>;
}
