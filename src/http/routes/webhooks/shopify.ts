import { webhookRoute } from './webhook-route.ts';

/** @see https://shopify.dev/docs/apps/build/webhooks/verify-deliveries */
export const shopifyWebhookRoute = webhookRoute({
  system: 'shopify',
  summary: 'What Shopify sends of orders; signed with X-Shopify-Hmac-SHA256.',
  headers: {
    signature: 'x-shopify-hmac-sha256',
    topic: 'x-shopify-topic',
    eventId: 'x-shopify-webhook-id',
  },
});
