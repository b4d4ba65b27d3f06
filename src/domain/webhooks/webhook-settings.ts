import type { ShopifyOrderName } from './shopify-order.ts';

/** What the user says of the shops and networks that send to us. */
export interface WebhookSettings {
  readonly shopify: {
    /** Two while one is being replaced; none refuses every message. */
    readonly secrets: readonly string[];
    readonly orderName: ShopifyOrderName;
  };
  readonly woocommerce: { readonly secrets: readonly string[] };
  readonly refersion: { readonly secrets: readonly string[] };
}
