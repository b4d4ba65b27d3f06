import { webhookRoute } from './webhook-route.ts';

/**
 * Refersion's page says HMAC-SHA256 and not how it is written: hex and base64 are both taken. It names no id of a
 * message, so the content is the id.
 */
export const refersionWebhookRoute = webhookRoute({
  system: 'refersion',
  summary: 'What Refersion sends of conversions; signed with Refersion-Signature.',
  headers: { signature: 'refersion-signature', topic: 'refersion-topic', eventId: null },
});
