import { readCount } from '../../../domain/vetting/read-count.ts';

export interface ProfileFigures {
  readonly followers: number | null;
  readonly following: number | null;
  readonly posts: number | null;
}

/** A figure as "12.3K", "1,204" or "1,2 Mio". */
const FIGURE = String.raw`(\d[\d.,\u00a0\u202f]*(?:\s?(?:K|M|Mio\.?|mil|Tsd\.?)(?![\p{L}]))?)`;
const NAMES = {
  followers: 'followers?|subscribers?|abonnenten|abonn[ée]s|seguidores|suscriptores|iscritti',
  following: 'following|gefolgt|suivi\\(e\\)s|suivis|seguidos|seguiti',
  posts: 'posts|videos|beiträge|publications|publicaciones|post',
} as const;

/** Figures as a profile's page sums itself up: `12K Followers, 300 Following, 80 Posts`; in five languages. Null for what it does not say. */
export function profileFigures(words: string): ProfileFigures {
  return {
    followers: figureBefore(NAMES.followers, words),
    following: figureBefore(NAMES.following, words),
    posts: figureBefore(NAMES.posts, words),
  };
}

function figureBefore(names: string, words: string): number | null {
  const said = new RegExp(String.raw`(?<![\p{L}\d.,])${FIGURE}\s*(?:${names})(?![\p{L}])`, 'iu').exec(
    words.slice(0, 2_000),
  )?.[1];
  const count = said === undefined ? null : readCount(said);
  return count === null || count < 0 ? null : Math.round(count);
}
