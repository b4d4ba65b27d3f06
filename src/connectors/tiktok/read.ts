import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import type { ProfileReader } from '../../domain/vetting/profile/observed-profile.ts';
import { BaseUrl } from '../http/base-url.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';
import { displayAccounts } from './display-accounts.ts';
import { researchAccounts } from './research-accounts.ts';

const Secret = z.string().min(1).max(2_000);

export const TiktokCredentials = z
  .strictObject({
    /** Of accounts that allowed it, for the Display API. */
    tokens: z.array(Secret).max(50).default([]),
    /** Of a client that TikTok approved for research. */
    research: z.strictObject({ clientKey: Secret, clientSecret: Secret }).nullable().default(null),
    baseUrl: BaseUrl.default('https://open.tiktokapis.com'),
  })
  .refine(({ tokens, research }) => tokens.length > 0 || research !== null);
export type TiktokCredentials = z.infer<typeof TiktokCredentials>;

/**
 * TikTok accounts by the Display API and the Research API. Claim: documented; built from the vendor's pages, not run
 * against the live service.
 *
 * What the terms restrict: the Display API shows an account only to an app that this account has allowed to read it, so an
 * applicant has to sign in first, and a token lives for hours. The Research API is for researchers of non-profit
 * institutions whom TikTok approved, for non-commercial purposes: a shop that vets partners is none. Without a token and
 * without a client nothing is asked.
 */
export function tiktokProfiles(
  { tokens, research, baseUrl }: TiktokCredentials,
  deps: ConnectorDeps = {},
): ProfileReader {
  const allowed = displayAccounts(tokens, baseUrl, deps);
  const researched = research === null ? null : researchAccounts(research, baseUrl, deps);
  return {
    platform: 'tiktok',
    async read(handle, signal) {
      const name = handle.trim().replace(/^@/, '').toLowerCase();
      if (!/^[a-z0-9_.]{1,24}$/.test(name))
        throw unusable('The handle is none that a TikTok account could have.');
      const own = await allowed.read(name, signal);
      if (own !== null) return own;
      if (researched !== null) return researched.read(name, signal);
      throw unusable('This TikTok account has not allowed us to read it.');
    },
  };
}

const unusable = (sentence: string): Refusal => new Refusal('system_answer_unusable', sentence);
