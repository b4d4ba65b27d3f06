import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import type { ObservedProfile } from '../../domain/vetting/profile/observed-profile.ts';
import { createHttpClient } from '../http/create-http-client.ts';
import { REAL_SURROUNDINGS } from '../http/surroundings.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';
import { TIKTOK, tiktokAnswer } from './tiktok-answer.ts';
import { profileOf, TiktokUser, TiktokVideo, USER_STATS, VIDEOS } from './tiktok-shapes.ts';

export interface ResearchClient {
  readonly clientKey: string;
  readonly clientSecret: string;
}

/** Reported: 1,000 requests a day for a client. */
const LIMITS = { windows: [{ calls: 1_000, seconds: 86_400 }], concurrency: 2 };
/** Published: a question covers 30 days at most, and 100 videos a page. */
const WINDOW_DAYS = 30;
const WINDOWS_MAX = 2;
const PAGE_SIZE = 100;
const PAGES_MAX = 3;
const DAY_MS = 86_400_000;
/** Before the end of its life a token is fetched anew. */
const MARGIN_SECONDS = 300;
const VIDEO_FIELDS = 'id,video_description,create_time,like_count,comment_count,view_count';

const Token = z.looseObject({ access_token: z.string().min(1).max(4_000), expires_in: z.coerce.number() });
const UserAnswer = z.looseObject({ data: TiktokUser });
const VideosAnswer = z.looseObject({
  data: z.looseObject({
    videos: z.array(TiktokVideo).nullish(),
    cursor: z.union([z.string(), z.number()]).nullish(),
    search_id: z.string().nullish(),
    has_more: z.boolean().nullish(),
  }),
});

/** Public accounts by TikTok's Research API, for clients that TikTok approved for research. */
export interface ResearchAccounts {
  /** @throws {Refusal} `system_answer_unusable` also for an account that TikTok tells nothing of. */
  read(name: string, signal?: AbortSignal): Promise<ObservedProfile>;
}

export function researchAccounts(
  { clientKey, clientSecret }: ResearchClient,
  baseUrl: string,
  deps: ConnectorDeps = {},
): ResearchAccounts {
  const { nowMs } = deps.surroundings ?? REAL_SURROUNDINGS;
  const client = createHttpClient({
    ...deps,
    system: TIKTOK,
    baseUrl: `${baseUrl}/v2`,
    headers: {},
    limits: LIMITS,
    account: 'tiktok/research',
  });
  let token: { readonly value: string; readonly untilMs: number } | null = null;

  async function tokenNow(signal?: AbortSignal): Promise<string> {
    if (token !== null && nowMs() < token.untilMs) return token.value;
    const outcome = await client.call({
      method: 'POST',
      path: '/oauth/token/',
      body: {
        form: { client_key: clientKey, client_secret: clientSecret, grant_type: 'client_credentials' },
      },
      effect: 'read',
      ...(signal === undefined ? {} : { signal }),
    });
    const answer = tiktokAnswer(outcome, Token);
    token = {
      value: answer.access_token,
      untilMs: nowMs() + 1_000 * Math.max(0, answer.expires_in - MARGIN_SECONDS),
    };
    return token.value;
  }

  async function post<Schema extends z.ZodType>(
    path: string,
    fields: string,
    json: unknown,
    schema: Schema,
    signal?: AbortSignal,
    isSecond = false,
  ): Promise<z.output<Schema>> {
    const outcome = await client.call({
      method: 'POST',
      path,
      query: { fields },
      headers: { authorization: `Bearer ${await tokenNow(signal)}` },
      body: { json },
      effect: 'read',
      ...(signal === undefined ? {} : { signal }),
    });
    try {
      return tiktokAnswer(outcome, schema);
    } catch (error) {
      const isOver = error instanceof Refusal && error.facts.code === 'access_token_invalid';
      if (!isOver || isSecond) throw error;
      // Taken back before its time: one more is fetched, once.
      token = null;
      return post(path, fields, json, schema, signal, true);
    }
  }

  async function videosIn(name: string, end: Date, signal?: AbortSignal): Promise<TiktokVideo[]> {
    const videos: TiktokVideo[] = [];
    const question = {
      query: { and: [{ operation: 'EQ', field_name: 'username', field_values: [name] }] },
      start_date: dayOf(new Date(end.getTime() - WINDOW_DAYS * DAY_MS)),
      end_date: dayOf(end),
      max_count: PAGE_SIZE,
    };
    let next: { readonly cursor: number; readonly search_id: string } | null = null;
    for (let page = 0; page < PAGES_MAX; page += 1) {
      const asked: object = { ...question, ...next };
      const answer: z.output<typeof VideosAnswer> = await post(
        '/research/video/query/',
        VIDEO_FIELDS,
        asked,
        VideosAnswer,
        signal,
      );
      const { data } = answer;
      videos.push(...(data.videos ?? []));
      if (data.has_more !== true || !data.search_id) break;
      next = { cursor: Number(data.cursor ?? videos.length), search_id: data.search_id };
    }
    return videos;
  }

  return {
    async read(name, signal) {
      const fields = `display_name,bio_description,avatar_url,${USER_STATS}`;
      const user = await told(post('/research/user/info/', fields, { username: name }, UserAnswer, signal));
      const videos: TiktokVideo[] = [];
      for (let window = 0; window < WINDOWS_MAX && videos.length < VIDEOS; window += 1) {
        // A window begins a day before the next one ends: its border days are inclusive.
        const end = new Date(nowMs() - window * (WINDOW_DAYS + 1) * DAY_MS);
        videos.push(...(await videosIn(name, end, signal)));
      }
      const observedAt = new Date(nowMs()).toISOString();
      return profileOf(user.data, videos, { handle: name, source: 'TikTok Research API', observedAt });
    },
  };
}

/** TikTok documents no answer for an account that is not there, so none is taken for gone. */
async function told<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof Refusal) || error.facts.code !== 'invalid_params') throw error;
    throw new Refusal(
      'system_answer_unusable',
      'TikTok tells nothing of this account: it may not exist, be private, or lie outside what research may see.',
      { code: 'invalid_params' },
    );
  }
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10).replaceAll('-', '');
