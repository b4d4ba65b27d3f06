import type { FeedRow } from '../feeds/feed-row.ts';
import type { SetAside } from '../networks/network-transaction.ts';
import type { ShopNews } from '../webhooks/shop-news.ts';

/** What is read of a shop: `orders` with what came back of them, by change; the other two whole, as they are now. */
export const SHOP_STREAMS = ['orders', 'inventory', 'codes'] as const;
export type ShopStream = (typeof SHOP_STREAMS)[number];

/** One answer of a shop. */
export interface ShopPage {
  /** Orders in their newest state. */
  readonly news: readonly ShopNews[];
  readonly inventory: readonly FeedRow<'inventory'>[];
  readonly codes: readonly FeedRow<'codes'>[];
  readonly setAside: readonly SetAside[];
  /** All that changed before this moment has been handed over; null when nobody can say yet. */
  readonly completeUntil: Date | null;
  /** Sentences about what could not be had; empty when nothing is missing. */
  readonly gaps: readonly string[];
}

/** The reading half of a shop. */
export interface ShopReader {
  readonly shop: 'shopify' | 'woocommerce';
  /**
   * Orders that changed in a time (from, inclusive, until, exclusive), oldest change first; stock and codes whole,
   * whatever the time. What was handed over may come again.
   *
   * @throws {Refusal} `system_sign_in_refused`, `system_unreachable`, `system_busy` or `system_answer_unusable`.
   */
  read(
    stream: ShopStream,
    time: { readonly from: Date; readonly until: Date },
    signal: AbortSignal,
  ): AsyncGenerator<ShopPage>;
}
