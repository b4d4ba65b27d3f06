import { z } from 'zod';
import type { CallLimits } from '../../domain/networks/call-limits.ts';
import { BaseUrl } from '../http/base-url.ts';
import { createHttpClient } from '../http/create-http-client.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';

export const ImpactCredentials = z.strictObject({
  accountSid: z.string().regex(/^[A-Za-z0-9]{1,60}$/),
  authToken: z.string().min(1).max(500),
  /** The programme. */
  campaignId: z.string().regex(/^\d{1,12}$/),
  baseUrl: BaseUrl.default('https://api.impact.com'),
});
export type ImpactCredentials = z.infer<typeof ImpactCredentials>;

/** Published: 1,000 requests an hour. */
export const IMPACT_LIMITS: CallLimits = { windows: [{ calls: 1_000, seconds: 3_600 }], concurrency: 4 };

/** impact.com's Brand API, version 14. */
export function impactClient(
  { accountSid, authToken, baseUrl }: ImpactCredentials,
  deps: ConnectorDeps,
): HttpClient {
  const basic = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
  return createHttpClient({
    ...deps,
    system: 'impact.com',
    baseUrl: `${baseUrl}/Advertisers/${accountSid}`,
    headers: { authorization: `Basic ${basic}`, 'ir-version': '14' },
    limits: IMPACT_LIMITS,
    account: `impact/${accountSid}`,
  });
}
