import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether a message was signed with one of our secrets: HMAC-SHA256 over the bytes as they came.
 *
 * @param given - the header's text: base64, as Shopify and WooCommerce write it, or hex; undefined when there is none.
 * @param secrets - all that hold: two while one is being replaced; none refuses everything.
 */
export function signatureHolds(
  body: Uint8Array,
  given: string | undefined,
  secrets: readonly string[],
): boolean {
  if (given === undefined) return false;
  const isHex = /^[0-9a-f]{64}$/i.test(given);
  const bytes = Buffer.from(given, isHex ? 'hex' : 'base64');
  // Every secret is tried, so that the time tells nothing of which one nearly held.
  return secrets
    .map((secret) => {
      const right = createHmac('sha256', secret).update(body).digest();
      return bytes.length === right.length && timingSafeEqual(bytes, right);
    })
    .some(Boolean);
}
