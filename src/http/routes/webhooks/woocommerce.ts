import { webhookRoute } from './webhook-route.ts';

/** @see https://woocommerce.com/document/webhooks/ */
export const wooWebhookRoute = webhookRoute({
  system: 'woocommerce',
  summary: 'What WooCommerce sends of orders; signed with X-WC-Webhook-Signature.',
  headers: {
    signature: 'x-wc-webhook-signature',
    topic: 'x-wc-webhook-topic',
    eventId: 'x-wc-webhook-delivery-id',
  },
  // Sent unsigned when the hook is set up, and the shop gives up on an address that does not take it.
  ping: /^webhook_id=\d{1,20}$/,
});
