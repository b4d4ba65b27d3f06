import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import type { ObservedProfile, ProfileReader } from '../../domain/vetting/profile/observed-profile.ts';
import { answerOf } from '../http/ask.ts';
import { BaseUrl } from '../http/base-url.ts';
import { createHttpClient } from '../http/create-http-client.ts';
import { SaidCount } from '../http/said-count.ts';
import { REAL_SURROUNDINGS } from '../http/surroundings.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';

export const YoutubeCredentials = z.strictObject({
  apiKey: z.string().min(1).max(500),
  baseUrl: BaseUrl.default('https://youtube.googleapis.com'),
});
export type YoutubeCredentials = z.infer<typeof YoutubeCredentials>;

const VIDEOS = 12;
const PAGES_MAX = 3;
const SOURCE = 'YouTube Data API';
/** Published: 10,000 units a day, and each of these calls costs one. */
const LIMITS = { windows: [{ calls: 10_000, seconds: 86_400 }], concurrency: 2 };
const OVER_QUOTA = /quotaExceeded|rateLimitExceeded|dailyLimitExceeded|userRateLimitExceeded/;
const DAY_SECONDS = 86_400;

const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
const Channels = z.looseObject({
  items: z
    .array(
      z.looseObject({
        snippet: z.looseObject({ description: Text, thumbnails: z.unknown() }),
        statistics: z.looseObject({
          subscriberCount: SaidCount,
          viewCount: SaidCount,
          videoCount: SaidCount,
          hiddenSubscriberCount: z.boolean().nullish(),
        }),
        contentDetails: z.looseObject({ relatedPlaylists: z.looseObject({ uploads: Text }) }),
      }),
    )
    .nullish(),
});
const Playlist = z.looseObject({
  items: z.array(z.looseObject({ contentDetails: z.looseObject({ videoId: z.string().max(40) }) })).nullish(),
  nextPageToken: z.string().nullish(),
});
const Videos = z.looseObject({
  items: z
    .array(
      z.looseObject({
        snippet: z.looseObject({ title: Text, description: Text }),
        statistics: z.looseObject({ viewCount: SaidCount, likeCount: SaidCount, commentCount: SaidCount }),
      }),
    )
    .nullish(),
});

/**
 * Public channels by the YouTube Data API v3: channel, uploads, and the newest dozen videos. Claim: documented; built from
 * the vendor's pages, not run against the live service.
 */
export function youtubeProfiles(
  { apiKey, baseUrl }: YoutubeCredentials,
  deps: ConnectorDeps = {},
): ProfileReader {
  const { nowMs } = deps.surroundings ?? REAL_SURROUNDINGS;
  const client = createHttpClient({
    ...deps,
    system: 'YouTube',
    baseUrl: `${baseUrl}/youtube/v3`,
    headers: { 'x-goog-api-key': apiKey },
    limits: LIMITS,
    account: 'youtube',
  });
  async function get<Schema extends z.ZodType>(
    path: string,
    query: Record<string, string>,
    schema: Schema,
    signal?: AbortSignal,
  ): Promise<z.output<Schema> | null> {
    const outcome = await client.call({
      method: 'GET',
      path,
      query,
      effect: 'read',
      ...(signal === undefined ? {} : { signal }),
    });
    if (outcome.state === 'answered' && outcome.status === 403 && OVER_QUOTA.test(outcome.body)) {
      throw new Refusal('system_busy', 'YouTube’s quota for today is used up.', {
        retryAfterSeconds: DAY_SECONDS,
      });
    }
    if (outcome.state === 'answered' && outcome.status === 404) return null;
    return answerOf(client.system, outcome, schema);
  }

  async function newestIds(playlistId: string, signal?: AbortSignal): Promise<string[]> {
    const ids: string[] = [];
    let pageToken: string | null = null;
    for (let page = 0; page < PAGES_MAX && ids.length < VIDEOS; page += 1) {
      const answer: z.output<typeof Playlist> | null = await get(
        '/playlistItems',
        {
          part: 'contentDetails',
          playlistId,
          maxResults: '50',
          ...(pageToken === null ? {} : { pageToken }),
        },
        Playlist,
        signal,
      );
      ids.push(...(answer?.items ?? []).map(({ contentDetails }) => contentDetails.videoId));
      pageToken = answer?.nextPageToken ?? null;
      if (pageToken === null) break;
    }
    return ids.slice(0, VIDEOS);
  }

  return {
    platform: 'youtube',
    async read(handle, signal) {
      const name = handle.replace(/^@/, '');
      const isId = /^UC[\w-]{22}$/.test(name);
      const found = await get(
        '/channels',
        { part: 'snippet,statistics,contentDetails', ...(isId ? { id: name } : { forHandle: `@${name}` }) },
        Channels,
        signal,
      );
      const profile = { platform: 'youtube' as const, handle: name, source: SOURCE };
      const observedAt = new Date(nowMs()).toISOString();
      const channel = found?.items?.[0];
      if (channel === undefined) return { ...GONE, ...profile, observedAt };
      const { snippet, statistics, contentDetails } = channel;
      const { uploads } = contentDetails.relatedPlaylists;
      const ids = uploads === '' ? [] : await newestIds(uploads, signal);
      const videos =
        ids.length === 0
          ? null
          : await get('/videos', { part: 'snippet,statistics', id: ids.join(',') }, Videos, signal);
      return {
        ...profile,
        state: 'found',
        observedAt,
        bio: snippet.description.slice(0, 10_000),
        followers: statistics.hiddenSubscriberCount === true ? null : statistics.subscriberCount,
        following: null,
        posts: statistics.videoCount,
        totalViews: statistics.viewCount,
        hasPicture: snippet.thumbnails !== undefined,
        recent: (videos?.items ?? []).map((video) => ({
          text: `${video.snippet.title}\n${video.snippet.description}`.trim().slice(0, 10_000),
          likes: video.statistics.likeCount,
          comments: video.statistics.commentCount,
          views: video.statistics.viewCount,
        })),
      };
    },
  };
}

const GONE: Omit<ObservedProfile, 'platform' | 'handle' | 'source' | 'observedAt'> = {
  state: 'gone',
  bio: '',
  followers: null,
  following: null,
  posts: null,
  totalViews: null,
  hasPicture: null,
  recent: [],
};
