import { z } from 'zod';
import type { CallLimits } from '../../domain/networks/call-limits.ts';
import { SaidText } from '../../domain/networks/said-text.ts';
import { ask } from '../http/ask.ts';
import { BaseUrl } from '../http/base-url.ts';
import { createHttpClient } from '../http/create-http-client.ts';
import type { HttpCall } from '../http/http-call.ts';
import type { HttpClient } from '../http/http-client.ts';
import { REAL_SURROUNDINGS } from '../http/surroundings.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';

export const RakutenCredentials = z.strictObject({
  clientId: z.string().min(1).max(200),
  clientSecret: z.string().min(1).max(200),
  /** The account (SID) that the token is for. */
  siteId: z.string().regex(/^\d{1,12}$/),
  baseUrl: BaseUrl.default('https://api.linksynergy.com'),
});
export type RakutenCredentials = z.infer<typeof RakutenCredentials>;

/** Ours: none was found. */
export const RAKUTEN_LIMITS: CallLimits = { windows: [{ calls: 60, seconds: 60 }], concurrency: 1 };
/** A token is fetched anew so long before it ends. */
const EARLY_SECONDS = 60;

const Token = z.looseObject({ access_token: z.string().min(1), expires_in: SaidText });

/**
 * A client that signs in by itself: client id and secret become a token of some hours. The secret goes in a header,
 * never in a URL.
 */
export function rakutenClient(
  { clientId, clientSecret, siteId, baseUrl }: RakutenCredentials,
  deps: ConnectorDeps,
): HttpClient {
  const { nowMs } = deps.surroundings ?? REAL_SURROUNDINGS;
  const client = createHttpClient({
    ...deps,
    system: 'Rakuten Advertising',
    baseUrl,
    headers: {},
    limits: RAKUTEN_LIMITS,
    account: `rakuten/${siteId}`,
  });
  const key = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  let token: { text: string; untilMs: number } | null = null;

  async function tokenText(signal: AbortSignal | undefined): Promise<string> {
    if (token !== null && token.untilMs > nowMs()) return token.text;
    const answer = await ask(
      client,
      {
        method: 'POST',
        path: '/token',
        headers: { authorization: `Bearer ${key}` },
        body: { form: { scope: siteId } },
        ...(signal ? { signal } : {}),
      },
      Token,
    );
    const seconds = Number(answer.expires_in) || EARLY_SECONDS;
    token = { text: answer.access_token, untilMs: nowMs() + (seconds - EARLY_SECONDS) * 1_000 };
    return token.text;
  }

  const signed = async (call: HttpCall) =>
    client.call({
      ...call,
      headers: { ...call.headers, authorization: `Bearer ${await tokenText(call.signal)}` },
    });

  return {
    system: client.system,
    async call(call) {
      const outcome = await signed(call);
      if (outcome.state !== 'answered' || outcome.status !== 401 || token === null) return outcome;
      // The token ended early; a fresh one tells whether the credentials still hold.
      token = null;
      return signed(call);
    },
  };
}
