import { InstagramCredentials } from './connectors/instagram/read.ts';
import { YoutubeCredentials } from './connectors/youtube/read.ts';
import { Refusal } from './domain/errors.ts';

/** The environment's words about platforms whose profiles may be looked up, none of them checked yet. */
export interface ProfileVariables {
  readonly MARGINKEEPER_YOUTUBE_KEY?: string | undefined;
  readonly MARGINKEEPER_YOUTUBE_URL?: string | undefined;
  readonly MARGINKEEPER_INSTAGRAM_TOKEN?: string | undefined;
  readonly MARGINKEEPER_INSTAGRAM_USER?: string | undefined;
  readonly MARGINKEEPER_INSTAGRAM_URL?: string | undefined;
}

/** Null where no key is given. */
export interface ProfileConfig {
  readonly youtube: YoutubeCredentials | null;
  readonly instagram: InstagramCredentials | null;
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
  };
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
