import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import { parseExactJson } from '../text/exact-json.ts';
import type { NoNews, ShopNews } from './shop-news.ts';
import { ShopifyOrder, shopifyOrder } from './shopify-order.ts';
import type { WebhookSettings } from './webhook-settings.ts';
import { WooOrder, wooOrder } from './woocommerce-order.ts';

const SHOPIFY_ORDER_TOPICS = new Set([
  'orders/create',
  'orders/paid',
  'orders/updated',
  'orders/edited',
  'orders/fulfilled',
  'orders/cancelled',
]);
const WOO_ORDER_TOPICS = new Set(['order.created', 'order.updated', 'order.restored']);

/** A message that is not what its topic promises: a sentence. */
export interface BrokenNews {
  readonly broken: string;
}

/** What one message of a shop comes to. */
export function readNews(
  {
    system,
    topic,
    body,
  }: { readonly system: 'shopify' | 'woocommerce'; readonly topic: string; readonly body: Uint8Array },
  { shopify }: WebhookSettings,
): ShopNews | NoNews | BrokenNews {
  const isOrder = (system === 'shopify' ? SHOPIFY_ORDER_TOPICS : WOO_ORDER_TOPICS).has(topic);
  if (!isOrder) {
    return { ignored: 'Nothing is kept of this topic: an order’s own messages bring its lines and refunds.' };
  }
  const value = parseExactJson(Buffer.from(body).toString('utf8'));
  if (value === undefined) return { broken: 'The message is no JSON.' };
  if (system === 'shopify') {
    return through(ShopifyOrder, value, (order) => shopifyOrder(order, shopify.orderName));
  }
  return through(WooOrder, value, wooOrder);
}

function through<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  read: (order: z.output<Schema>) => ShopNews | NoNews,
): ShopNews | NoNews | BrokenNews {
  const { data, error } = schema.safeParse(value);
  if (!error) {
    try {
      return read(data);
    } catch (thrown) {
      // An amount that is none: the message is set aside, and the next ones are not held up.
      if (thrown instanceof Refusal && thrown.code === 'money_unreadable') return { broken: thrown.sentence };
      throw thrown;
    }
  }
  const [issue] = error.issues;
  return {
    broken: `${issue?.path.join('.') || 'The message'}: ${issue?.message ?? 'is not what it should be'}.`,
  };
}
