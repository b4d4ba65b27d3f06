import { Refusal } from '../errors.ts';
import type { FeedRow } from '../feeds/feed-row.ts';
import type { NoNews, ShopNews } from '../webhooks/shop-news.ts';
import { ShopifyOrder, shopifyOrder } from '../webhooks/shopify-order.ts';
import { WooOrder, wooOrder } from '../webhooks/woocommerce-order.ts';

/** Shops whose own files can be imported. */
export type FileShop = 'shopify' | 'woocommerce';

/** What one order of a shop's JSON comes to for a kind of rows, or the sentence that says why to none. */
export function shopJsonRows(
  shop: FileShop,
  kind: 'orders' | 'refunds',
  value: unknown,
): readonly (FeedRow<'orders'> | FeedRow<'refunds'>)[] | { readonly problem: string } {
  try {
    const news = newsOf(shop, value);
    if ('problem' in news) return news;
    return 'ignored' in news ? { problem: news.ignored } : news[kind];
  } catch (error) {
    // An amount that is none; the other orders are loaded.
    if (!(error instanceof Refusal && error.code === 'money_unreadable')) throw error;
    return { problem: error.sentence };
  }
}

function newsOf(shop: FileShop, value: unknown): ShopNews | NoNews | { readonly problem: string } {
  const { data, error } = shop === 'shopify' ? ShopifyOrder.safeParse(value) : WooOrder.safeParse(value);
  if (error) {
    const [issue] = error.issues;
    return {
      problem: `${issue?.path.join('.') || 'The order'}: ${issue?.message ?? 'is not as documented'}.`,
    };
  }
  return shop === 'shopify' ? shopifyOrder(data as ShopifyOrder, 'number') : wooOrder(data as WooOrder);
}
