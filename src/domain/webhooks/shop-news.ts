import type { FeedRow } from '../feeds/feed-row.ts';

/** What a message of a shop comes to: rows as their generic files would hold them. */
export interface ShopNews {
  /** The order that it tells the state of; null where no order has a state in it. */
  readonly order: {
    /** The shop's own id. */
    readonly resourceId: string;
    /** What it is called here and at the networks. */
    readonly orderId: string;
    /** When the order came to be as the message says. */
    readonly version: Date;
  } | null;
  readonly orders: readonly FeedRow<'orders'>[];
  readonly refunds: readonly FeedRow<'refunds'>[];
}

/** A message that changes nothing here, and why: a sentence. */
export interface NoNews {
  readonly ignored: string;
}
