import type { ClaimedFigures } from '../application.ts';
import { readCount } from '../read-count.ts';

const NONE: ClaimedFigures = { followers: null, engagementRate: null, views: null };
const NAMES = {
  followers:
    /^(?:followers?|follower_?count|audience|reach|subscribers?|subs|fans|abonn\w+|seguidores|following_size)$/iu,
  engagementRate: /^(?:engagement(?:_?rate)?|er|engagement_percent|rate)$/iu,
  views: /^(?:(?:avg|average|mean)?_?views?(?:_per_(?:video|post))?)$/iu,
} as const;

/** Words round a bare figure that leave it what it is. */
const HERE =
  /^\s*(?:about|around|over|just (?:over|under)|nearly|knapp|rund|über|environ|plus de|unos|más de|circa|oltre|ruim|cerca de|mais de)\s+|\s+(?:on here|here|hier|ici|aquí|aqui|qui|in total here)\s*$/giu;

/**
 * What an application says of itself, which may be a sentence, a bare figure (followers) or figures by name.
 *
 * @param cut - shortens a text that is too long, and notes it.
 */
export function readClaimed(
  value: unknown,
  cut: (text: string) => string,
): { readonly text: string; readonly figures: ClaimedFigures } {
  if (typeof value === 'number') return { text: '', figures: { ...NONE, followers: countIn(value) } };
  if (typeof value === 'string') {
    const followers = readCount(value.replace(HERE, ''));
    return { text: cut(value), figures: { ...NONE, followers: countIn(followers) } };
  }
  if (typeof value !== 'object' || value === null) return { text: '', figures: NONE };
  const entries = Object.entries(value);
  const find = (name: keyof typeof NAMES): unknown => entries.find(([key]) => NAMES[name].test(key))?.[1];
  const texts = entries.flatMap(([, entry]) => (typeof entry === 'string' ? [entry] : []));
  return {
    text: cut(texts.join('\n')),
    figures: {
      followers: countIn(figureIn(find('followers'))),
      engagementRate: shareIn(find('engagementRate')),
      views: countIn(figureIn(find('views'))),
    },
  };
}

const figureIn = (value: unknown): number | null =>
  typeof value === 'number' ? value : typeof value === 'string' ? readCount(value) : null;

const countIn = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) && value >= 0 && value <= 1e11 ? value : null;

/** `0.05`, `5`, `"5 %"`: from 1 on it is taken for per cent, since no profile has a rate of 100 %. */
function shareIn(value: unknown): number | null {
  const figure = typeof value === 'string' ? readCount(value.replace(/%\s*$/u, '')) : value;
  if (typeof figure !== 'number' || !Number.isFinite(figure) || figure < 0 || figure > 1_000) return null;
  const isPercent = figure >= 1 || (typeof value === 'string' && value.includes('%'));
  return isPercent ? figure / 100 : figure;
}
