import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import type { ProfileReader } from '../../domain/vetting/profile/observed-profile.ts';
import { answerOf } from '../http/ask.ts';
import { BaseUrl } from '../http/base-url.ts';
import { createHttpClient } from '../http/create-http-client.ts';
import { SaidCount } from '../http/said-count.ts';
import { REAL_SURROUNDINGS } from '../http/surroundings.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';

export const InstagramCredentials = z.strictObject({
  accessToken: z.string().min(1).max(1_000),
  /** Of our own business account, which asks. */
  userId: z.string().regex(/^\d{1,30}$/),
  baseUrl: BaseUrl.default('https://graph.facebook.com'),
});
export type InstagramCredentials = z.infer<typeof InstagramCredentials>;

const VERSION = 'v24.0';
const POSTS = 12;
const HOUR_SECONDS = 3_600;
/** Published: 200 calls an hour for each user of an app. */
const LIMITS = { windows: [{ calls: 200, seconds: HOUR_SECONDS }], concurrency: 2 };
/** Published error codes: too many calls; a token that is no longer good; no such business or creator account. */
const TOO_MANY: readonly number[] = [4, 17, 32, 613];
const SIGN_IN: readonly number[] = [10, 102, 190, 200];
const NOT_FOUND: readonly number[] = [110, 24];
const NOT_FOUND_SUBCODE = 2_207_013;

const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
const Answer = z.looseObject({
  business_discovery: z.looseObject({
    biography: Text,
    followers_count: SaidCount,
    follows_count: SaidCount,
    media_count: SaidCount,
    profile_picture_url: z.string().nullish(),
    media: z
      .looseObject({
        data: z.array(z.looseObject({ caption: Text, like_count: SaidCount, comments_count: SaidCount })),
      })
      .nullish(),
  }),
});
const Failure = z.looseObject({
  error: z.looseObject({ code: z.coerce.number(), error_subcode: z.coerce.number().nullish() }),
});

/**
 * Business and creator accounts by the Instagram Graph API's business discovery; private and personal accounts are unknown
 * to it. Claim: documented; built from the vendor's pages, not run against the live service.
 */
export function instagramProfiles(
  { accessToken, userId, baseUrl }: InstagramCredentials,
  deps: ConnectorDeps = {},
): ProfileReader {
  const { nowMs } = deps.surroundings ?? REAL_SURROUNDINGS;
  const client = createHttpClient({
    ...deps,
    system: 'Instagram',
    baseUrl: `${baseUrl}/${VERSION}`,
    headers: { authorization: `Bearer ${accessToken}` },
    limits: LIMITS,
    account: `instagram/${userId}`,
  });
  return {
    platform: 'instagram',
    async read(handle, signal) {
      const name = handle.replace(/^@/, '').toLowerCase();
      const profile = {
        platform: 'instagram' as const,
        handle: name,
        source: 'Instagram Graph API',
        observedAt: new Date(nowMs()).toISOString(),
        totalViews: null,
      };
      const gone = { ...profile, state: 'gone' as const, ...NOTHING };
      // The name stands inside the field's own syntax.
      if (!/^[\w.]{1,30}$/.test(name)) return gone;
      const media = `media.limit(${POSTS}){caption,like_count,comments_count,timestamp}`;
      const fields = `business_discovery.username(${name}){username,biography,followers_count,follows_count,media_count,profile_picture_url,${media}}`;
      const outcome = await client.call({
        method: 'GET',
        path: `/${userId}`,
        query: { fields },
        effect: 'read',
        ...(signal === undefined ? {} : { signal }),
      });
      if (outcome.state === 'answered' && outcome.status >= 400) {
        if (isUnknown(outcome.body)) return gone;
      }
      const { business_discovery: found } = answerOf(client.system, outcome, Answer);
      return {
        ...profile,
        state: 'found',
        bio: found.biography.slice(0, 10_000),
        followers: found.followers_count,
        following: found.follows_count,
        posts: found.media_count,
        hasPicture: typeof found.profile_picture_url === 'string',
        recent: (found.media?.data ?? []).slice(0, POSTS).map((post) => ({
          text: post.caption.slice(0, 10_000),
          likes: post.like_count,
          comments: post.comments_count,
          views: null,
        })),
      };
    },
  };
}

const NOTHING = { bio: '', followers: null, following: null, posts: null, hasPicture: null, recent: [] };

/** Whether an error says that there is no such account. @throws {Refusal} where it says something else that has a name. */
function isUnknown(body: string): boolean {
  const failure = Failure.safeParse(jsonOf(body));
  if (!failure.success) return false;
  const { code, error_subcode: subcode } = failure.data.error;
  if (subcode === NOT_FOUND_SUBCODE || NOT_FOUND.includes(code)) return true;
  if (TOO_MANY.includes(code)) {
    throw new Refusal('system_busy', 'Instagram takes no more calls for now.', {
      retryAfterSeconds: HOUR_SECONDS,
    });
  }
  if (SIGN_IN.includes(code)) {
    throw new Refusal(
      'system_sign_in_refused',
      `Instagram does not accept this token, or it does not cover this (code ${code}).`,
      { code },
    );
  }
  return false;
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Whoever asked hears that the answer is of no documented shape.
    return null;
  }
}
