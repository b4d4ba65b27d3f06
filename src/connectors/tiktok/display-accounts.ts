import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import type { ObservedProfile } from '../../domain/vetting/profile/observed-profile.ts';
import { createHttpClient } from '../http/create-http-client.ts';
import { REAL_SURROUNDINGS } from '../http/surroundings.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';
import { TIKTOK, tiktokAnswer } from './tiktok-answer.ts';
import { profileOf, TiktokUser, TiktokVideo, USER_STATS, VIDEOS } from './tiktok-shapes.ts';

/** Published: 600 requests a minute for each of these calls. */
const LIMITS = { windows: [{ calls: 600, seconds: 60 }], concurrency: 2 };
/** Published: at most 20 a page, and fewer may come while there are more. */
const PAGE_SIZE = 20;
const PAGES_MAX = 3;
const VIDEO_FIELDS = 'id,title,video_description,create_time,like_count,comment_count,view_count';
const USER_FIELDS = `open_id,username,bio_description,avatar_url,${USER_STATS}`;

const UserAnswer = z.looseObject({ data: z.looseObject({ user: TiktokUser }) });
const VideosAnswer = z.looseObject({
  data: z.looseObject({
    videos: z.array(TiktokVideo).nullish(),
    cursor: z.union([z.string(), z.number()]).nullish(),
    has_more: z.boolean().nullish(),
  }),
});

/** Accounts that allowed us to read them, by TikTok's Display API: one token an account. */
export interface DisplayAccounts {
  /** @returns null when none of the tokens is this account's. @throws {Refusal} where no token is good. */
  read(name: string, signal?: AbortSignal): Promise<ObservedProfile | null>;
}

/** A token tells whose it is only when asked, so all are asked once; those that failed are asked again. */
export function displayAccounts(
  tokens: readonly string[],
  baseUrl: string,
  deps: ConnectorDeps = {},
): DisplayAccounts {
  const { nowMs } = deps.surroundings ?? REAL_SURROUNDINGS;
  const accounts = tokens.map((token, at) => ({
    client: createHttpClient({
      ...deps,
      system: TIKTOK,
      baseUrl: `${baseUrl}/v2`,
      headers: { authorization: `Bearer ${token}` },
      limits: LIMITS,
      account: `tiktok/display-${at + 1}`,
    }),
    /** Null until it was told. */
    name: null as string | null,
  }));
  type Account = (typeof accounts)[number];

  async function userOf(account: Account, signal?: AbortSignal): Promise<TiktokUser> {
    const outcome = await account.client.call({
      method: 'GET',
      path: '/user/info/',
      query: { fields: USER_FIELDS },
      effect: 'read',
      ...(signal === undefined ? {} : { signal }),
    });
    const { user } = tiktokAnswer(outcome, UserAnswer).data;
    account.name = user.username.toLowerCase();
    return user;
  }

  async function videosOf({ client }: Account, signal?: AbortSignal): Promise<TiktokVideo[]> {
    const videos: TiktokVideo[] = [];
    let cursor: number | null = null;
    for (let page = 0; page < PAGES_MAX && videos.length < VIDEOS; page += 1) {
      const outcome = await client.call({
        method: 'POST',
        path: '/video/list/',
        query: { fields: VIDEO_FIELDS },
        body: { json: { max_count: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) } },
        effect: 'read',
        ...(signal === undefined ? {} : { signal }),
      });
      const { data } = tiktokAnswer(outcome, VideosAnswer);
      videos.push(...(data.videos ?? []));
      if (data.has_more !== true || data.cursor === null || data.cursor === undefined) break;
      cursor = Number(data.cursor);
    }
    return videos;
  }

  /** An account may allow its figures and not its videos. */
  async function allowedVideosOf(account: Account, signal?: AbortSignal): Promise<TiktokVideo[]> {
    try {
      return await videosOf(account, signal);
    } catch (error) {
      if (error instanceof Refusal && error.facts.code === 'scope_not_authorized') return [];
      throw error;
    }
  }

  return {
    async read(name, signal) {
      let refusal: Refusal | null = null;
      let told = 0;
      for (const account of accounts) {
        if (account.name !== null && account.name !== name) {
          told += 1;
          continue;
        }
        try {
          const user = await userOf(account, signal);
          told += 1;
          if (user.username.toLowerCase() !== name) continue;
          const videos = await allowedVideosOf(account, signal);
          const observedAt = new Date(nowMs()).toISOString();
          return profileOf(user, videos, { handle: name, source: 'TikTok Display API', observedAt });
        } catch (error) {
          // One account's token that ran out says nothing of the others'.
          if (!(error instanceof Refusal) || account.name === name) throw error;
          refusal = error;
        }
      }
      if (refusal !== null && told === 0) throw refusal;
      return null;
    },
  };
}
