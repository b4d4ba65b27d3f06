import { z } from 'zod';
import type { CallLimits } from '../../domain/networks/call-limits.ts';
import { BaseUrl } from '../http/base-url.ts';
import { createHttpClient } from '../http/create-http-client.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';

export const AwinCredentials = z.strictObject({
  advertiserId: z.string().regex(/^\d{1,12}$/),
  /** The user's API token. */
  token: z.string().min(1).max(500),
  baseUrl: BaseUrl.default('https://api.awin.com'),
});
export type AwinCredentials = z.infer<typeof AwinCredentials>;

/** Published: 20 calls a minute for each user. */
export const AWIN_LIMITS: CallLimits = { windows: [{ calls: 20, seconds: 60 }], concurrency: 2 };
/** A month of a large programme comes in one answer: Awin does not page. */
const ANSWER_BYTES_MAX = 256 * 2 ** 20;

/** One for a token: the limit counts for all that use it. */
export function awinClient(
  { advertiserId, token, baseUrl }: AwinCredentials,
  deps: ConnectorDeps,
): HttpClient {
  return createHttpClient({
    ...deps,
    system: 'Awin',
    baseUrl,
    headers: { authorization: `Bearer ${token}` },
    limits: AWIN_LIMITS,
    account: `awin/${advertiserId}`,
    answerBytesMax: ANSWER_BYTES_MAX,
  });
}
