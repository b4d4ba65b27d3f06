import { z } from 'zod';
import { Currency } from '../../domain/money/micros.ts';
import type { CallLimits } from '../../domain/networks/call-limits.ts';
import { CorrectionReason } from '../../domain/networks/correction.ts';
import { BaseUrl } from '../http/base-url.ts';
import { createHttpClient } from '../http/create-http-client.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';

export const CjCredentials = z.strictObject({
  /** The advertiser's company id (CID). */
  companyId: z.string().regex(/^\d{1,12}$/),
  enterpriseId: z.string().regex(/^\d{1,12}$/),
  /** A personal access token. */
  token: z.string().min(1).max(500),
  /** CJ's records do not name the advertiser's currency. */
  currency: Currency,
  /** The programme locks when the advertiser says so; then a correction has to name the state. */
  openEndedLocking: z.boolean().default(false),
  /** CJ's pages name other reasons than its schema; what the account takes can be said here. */
  correctionReasons: z.partialRecord(CorrectionReason, z.string().regex(/^[A-Za-z_]{1,60}$/)).default({}),
  commissionsUrl: BaseUrl.default('https://commissions.api.cj.com'),
  trackingUrl: BaseUrl.default('https://tracking.api.cj.com'),
});
export type CjCredentials = z.infer<typeof CjCredentials>;

/** Published for CJ's older REST calls only; kept for these too. */
export const CJ_LIMITS: CallLimits = { windows: [{ calls: 25, seconds: 60 }], concurrency: 2 };

/** Reads commissions. */
export function cjClient(
  { companyId, token, commissionsUrl }: CjCredentials,
  deps: ConnectorDeps,
): HttpClient {
  return createHttpClient({
    ...deps,
    system: 'CJ',
    baseUrl: commissionsUrl,
    headers: { authorization: `Bearer ${token}` },
    limits: CJ_LIMITS,
    account: `cj/${companyId}`,
  });
}

/** Writes corrections. */
export function cjTrackingClient(
  { companyId, token, trackingUrl }: CjCredentials,
  deps: ConnectorDeps,
): HttpClient {
  return createHttpClient({
    ...deps,
    system: 'CJ',
    baseUrl: trackingUrl,
    headers: { authorization: `Bearer ${token}` },
    limits: CJ_LIMITS,
    account: `cj/${companyId}/tracking`,
  });
}
