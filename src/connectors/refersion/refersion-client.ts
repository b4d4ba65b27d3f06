import { z } from 'zod';
import type { CallLimits } from '../../domain/networks/call-limits.ts';
import { BaseUrl } from '../http/base-url.ts';
import { createHttpClient } from '../http/create-http-client.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';

export const RefersionCredentials = z.strictObject({
  publicKey: z.string().min(1).max(200),
  secretKey: z.string().min(1).max(200),
  /**
   * The call that lists conversions page by page, such as `/conversions/list`. Refersion documents none, so nothing is
   * listed unless the account's own is named here.
   */
  listPath: z
    .string()
    .regex(/^\/[a-z_/]{1,60}$/)
    .nullable()
    .default(null),
  baseUrl: BaseUrl.default('https://api.refersion.com/v2'),
});
export type RefersionCredentials = z.infer<typeof RefersionCredentials>;

/** Ours: Refersion publishes none. */
export const REFERSION_LIMITS: CallLimits = { windows: [{ calls: 60, seconds: 60 }], concurrency: 1 };

export function refersionClient(
  { publicKey, secretKey, baseUrl }: RefersionCredentials,
  deps: ConnectorDeps,
): HttpClient {
  return createHttpClient({
    ...deps,
    system: 'Refersion',
    baseUrl,
    headers: { 'refersion-public-key': publicKey, 'refersion-secret-key': secretKey },
    limits: REFERSION_LIMITS,
    account: `refersion/${publicKey}`,
    // Its 429 says that a list is too long, not that calls come too fast: the same call would fail again.
    busyStatuses: [],
  });
}
