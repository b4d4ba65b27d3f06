import { z } from 'zod';
import type { CallLimits } from '../../domain/networks/call-limits.ts';
import { answerOf } from '../http/ask.ts';
import { BaseUrl } from '../http/base-url.ts';
import { createHttpClient } from '../http/create-http-client.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';

export const WooCredentials = z.strictObject({
  /** The shop's address, such as https://shop.example. */
  url: BaseUrl,
  consumerKey: z.string().min(1).max(200),
  consumerSecret: z.string().min(1).max(200),
});
export type WooCredentials = z.infer<typeof WooCredentials>;

/** Ours, so that a small shop goes on selling: WooCommerce publishes none. */
export const WOO_LIMITS: CallLimits = { windows: [{ calls: 120, seconds: 60 }], concurrency: 1 };

/** The shop's REST API, version 3, with a key that may read. */
export function wooClient(
  { url, consumerKey, consumerSecret }: WooCredentials,
  deps: ConnectorDeps,
): HttpClient {
  const basic = Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64');
  return createHttpClient({
    ...deps,
    system: 'WooCommerce',
    baseUrl: `${url}/wp-json/wc/v3`,
    headers: { authorization: `Basic ${basic}` },
    limits: WOO_LIMITS,
    account: `woocommerce/${new URL(url).host}`,
  });
}

const List = z.array(z.unknown());

/**
 * One page of a list, and whether it is the last: by `X-WP-TotalPages` where the answer has it, else by its length.
 *
 * @throws {Refusal} as `ask` does.
 */
export async function wooPage(
  client: HttpClient,
  path: string,
  query: Readonly<Record<string, string>>,
  { page, size, signal }: { readonly page: number; readonly size: number; readonly signal: AbortSignal },
): Promise<{ readonly records: readonly unknown[]; readonly isLast: boolean }> {
  const outcome = await client.call({
    method: 'GET',
    path,
    query: { ...query, per_page: String(size), page: String(page) },
    effect: 'read',
    signal,
  });
  const records = answerOf(client.system, outcome, List);
  const pages = outcome.state === 'answered' ? Number(outcome.headers['x-wp-totalpages'] ?? '') : 0;
  return { records, isLast: pages > 0 ? page >= pages : records.length < size };
}
