import { z } from 'zod';
import type { CallLimits } from '../../domain/networks/call-limits.ts';
import { BaseUrl } from '../http/base-url.ts';
import { createHttpClient } from '../http/create-http-client.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';

export const ShopifyCredentials = z.strictObject({
  /** Such as my-shop.myshopify.com. */
  shop: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}\.myshopify\.com$/),
  /** The access token of a custom app. */
  token: z.string().min(1).max(200),
  /** Shopify answers with the oldest supported version where it no longer has this one. */
  apiVersion: z
    .string()
    .regex(/^20\d\d-(?:01|04|07|10)$/)
    .default('2026-07'),
  /** Which of Shopify's names of an order the networks are told. */
  orderName: z.enum(['number', 'name', 'id']).default('number'),
  /** The shop's own address unless said. */
  baseUrl: BaseUrl.nullable().default(null),
});
export type ShopifyCredentials = z.infer<typeof ShopifyCredentials>;

/** Shopify counts points, not calls: see `shopify-graphql.ts`. */
export const SHOPIFY_LIMITS: CallLimits = { windows: [], concurrency: 1 };
const ANSWER_BYTES_MAX = 256 * 2 ** 20;
const FILE_TIMEOUT_SECONDS = 600;

export function shopifyClient(
  { shop, token, apiVersion, baseUrl }: ShopifyCredentials,
  deps: ConnectorDeps,
): HttpClient {
  return createHttpClient({
    ...deps,
    system: 'Shopify',
    baseUrl: `${baseUrl ?? `https://${shop}`}/admin/api/${apiVersion}`,
    headers: { 'x-shopify-access-token': token },
    limits: SHOPIFY_LIMITS,
    account: `shopify/${shop}`,
  });
}

/** Fetches the file of a bulk operation: at another address, which is signed, so no token goes along. */
export function shopifyFileClient(origin: string, deps: ConnectorDeps): HttpClient {
  return createHttpClient({
    timeoutSeconds: FILE_TIMEOUT_SECONDS,
    ...deps,
    system: 'Shopify',
    baseUrl: origin,
    headers: {},
    limits: SHOPIFY_LIMITS,
    account: 'shopify/files',
    answerBytesMax: ANSWER_BYTES_MAX,
  });
}
