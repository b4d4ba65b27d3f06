import { z } from 'zod';
import type { CallLimits } from '../../domain/networks/call-limits.ts';
import { BaseUrl } from '../http/base-url.ts';
import { createHttpClient } from '../http/create-http-client.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';

export const PartnerizeCredentials = z.strictObject({
  applicationKey: z.string().min(1).max(200),
  userApiKey: z.string().min(1).max(200),
  campaignId: z.string().regex(/^[0-9A-Za-z]{1,40}$/),
  baseUrl: BaseUrl.default('https://api.partnerize.com'),
});
export type PartnerizeCredentials = z.infer<typeof PartnerizeCredentials>;

/** Ours: Partnerize limits, and publishes no figure. */
export const PARTNERIZE_LIMITS: CallLimits = { windows: [{ calls: 60, seconds: 60 }], concurrency: 2 };

export function partnerizeClient(
  { applicationKey, userApiKey, campaignId, baseUrl }: PartnerizeCredentials,
  deps: ConnectorDeps,
): HttpClient {
  const basic = Buffer.from(`${applicationKey}:${userApiKey}`).toString('base64');
  return createHttpClient({
    ...deps,
    system: 'Partnerize',
    baseUrl,
    headers: { authorization: `Basic ${basic}` },
    limits: PARTNERIZE_LIMITS,
    account: `partnerize/${campaignId}`,
  });
}
