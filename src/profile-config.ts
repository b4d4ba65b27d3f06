import { InstagramCredentials } from './connectors/instagram/read.ts';
import { TiktokCredentials } from './connectors/tiktok/read.ts';
import { YoutubeCredentials } from './connectors/youtube/read.ts';
import { Refusal } from './domain/errors.ts';

/** The environment's words about platforms whose profiles may be looked up, none of them checked yet. */
export interface ProfileVariables {
  readonly MARGINKEEPER_YOUTUBE_KEY?: string | undefined;
  readonly MARGINKEEPER_YOUTUBE_URL?: string | undefined;
  readonly MARGINKEEPER_INSTAGRAM_TOKEN?: string | undefined;
  readonly MARGINKEEPER_INSTAGRAM_USER?: string | undefined;
  readonly MARGINKEEPER_INSTAGRAM_URL?: string | undefined;
  /** Comma separated, an account each. */
  readonly MARGINKEEPER_TIKTOK_TOKEN?: string | undefined;
  readonly MARGINKEEPER_TIKTOK_CLIENT_KEY?: string | undefined;
  readonly MARGINKEEPER_TIKTOK_CLIENT_SECRET?: string | undefined;
  readonly MARGINKEEPER_TIKTOK_URL?: string | undefined;
}

/** Null where no key is given. */
export interface ProfileConfig {
  readonly youtube: YoutubeCredentials | null;
  readonly instagram: InstagramCredentials | null;
  readonly tiktok: TiktokCredentials | null;
}

/** @throws {Refusal} `input_invalid` naming the variable, never what it held. */
export function readProfileConfig(variables: ProfileVariables): ProfileConfig {
  const { MARGINKEEPER_YOUTUBE_KEY: apiKey, MARGINKEEPER_YOUTUBE_URL: youtubeUrl } = variables;
  const { MARGINKEEPER_INSTAGRAM_TOKEN: accessToken, MARGINKEEPER_INSTAGRAM_USER: userId } = variables;
  const { MARGINKEEPER_INSTAGRAM_URL: instagramUrl } = variables;
  return {
    youtube:
      apiKey === undefined
        ? null
        : checked(
            'MARGINKEEPER_YOUTUBE_KEY or _URL',
            YoutubeCredentials.safeParse({ apiKey, baseUrl: youtubeUrl }),
          ),
    instagram:
      accessToken === undefined && userId === undefined
        ? null
        : checked(
            'MARGINKEEPER_INSTAGRAM_TOKEN, _USER or _URL',
            InstagramCredentials.safeParse({ accessToken, userId, baseUrl: instagramUrl }),
          ),
    tiktok: tiktokOf(variables),
  };
}

/** Tokens of accounts, a client for research, or both. */
function tiktokOf({
  MARGINKEEPER_TIKTOK_TOKEN: tokens,
  MARGINKEEPER_TIKTOK_CLIENT_KEY: clientKey,
  MARGINKEEPER_TIKTOK_CLIENT_SECRET: clientSecret,
  MARGINKEEPER_TIKTOK_URL: baseUrl,
}: ProfileVariables): TiktokCredentials | null {
  const hasClient = clientKey !== undefined || clientSecret !== undefined;
  if (tokens === undefined && !hasClient) return null;
  return checked(
    'MARGINKEEPER_TIKTOK_TOKEN, _CLIENT_KEY, _CLIENT_SECRET or _URL',
    TiktokCredentials.safeParse({
      tokens: tokens?.split(',').map((token) => token.trim()),
      research: hasClient ? { clientKey, clientSecret } : null,
      baseUrl,
    }),
  );
}

function checked<Value>(
  variable: string,
  parsed: { success: true; data: Value } | { success: false },
): Value {
  if (parsed.success) return parsed.data;
  throw new Refusal('input_invalid', `${variable} cannot be used: it is missing or not of the right form.`, {
    variable,
  });
}
