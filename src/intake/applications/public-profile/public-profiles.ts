import { Refusal } from '../../../domain/errors.ts';
import type { ObservedProfile, ProfileReader } from '../../../domain/vetting/profile/observed-profile.ts';
import type { Capture } from '../../../domain/web/capture.ts';
import type { WebReader } from '../../../domain/web/web-reader.ts';
import { openDocument } from '../../web/page/open-document.ts';
import { profileOfPage } from './profile-of-page.ts';

type ReadablePlatform = ObservedProfile['platform'];

/** Where profiles stand, without the handle. */
const ORIGINS: Readonly<Record<ReadablePlatform, string>> = {
  instagram: 'https://www.instagram.com',
  youtube: 'https://www.youtube.com',
  tiktok: 'https://www.tiktok.com',
};
/** A visit takes its turn of the host's pace, so a run that asks about many would wait for hours. */
const VISITS_PER_RUN = 100;
const GONE_STATUS: readonly (number | null)[] = [404, 410];

export interface PublicProfileParts {
  /** Closed after each visit. */
  readonly openWeb: () => WebReader;
  readonly now: () => Date;
  /** For tests; left out, the platforms themselves. */
  readonly origins?: Readonly<Record<ReadablePlatform, string>>;
}

/**
 * Reads public profile pages without a key, by the same reader as all pages: one visit each, never with a browser, and only
 * where the site's robots.txt allows it, which that of the large platforms usually does not. For the policy's
 * `vetting.readPublicProfiles` alone. Claim: documented; not run against any platform.
 */
export function publicProfiles({ openWeb, now, origins = ORIGINS }: PublicProfileParts): ProfileReader[] {
  return (['instagram', 'youtube', 'tiktok'] as const).map((platform) => ({
    platform,
    perRunMax: VISITS_PER_RUN,
    async read(handle, signal) {
      const name = handle.replace(/^@/, '');
      const profile = {
        platform,
        handle: name.slice(0, 200),
        source: 'public profile page',
        observedAt: now().toISOString(),
        totalViews: null,
        recent: [],
      };
      if (!/^[\w.-]{1,60}$/.test(name)) throw unusable('The handle is none that a page could stand under.');
      const web = openWeb();
      try {
        const url = `${origins[platform]}/${pathOf(platform, name)}`;
        const capture = await web.fetch(url, {
          browser: 'never',
          ...(signal === undefined ? {} : { signal }),
        });
        if (capture.error !== null && GONE_STATUS.includes(capture.status))
          return { ...profile, ...NOTHING, state: 'gone' };
        if (capture.error !== null) throw refusalOf(capture.error);
        const shown = profileOfPage(openDocument({ bytes: capture.bytes }, capture.contentType));
        if (shown === null)
          throw unusable('Its public page says no figures, as pages do that ask for signing in.');
        return { ...profile, ...shown, state: 'found' };
      } finally {
        await web.close();
      }
    },
  }));
}

const NOTHING = { bio: '', followers: null, following: null, posts: null, hasPicture: null };
const unusable = (sentence: string): Refusal => new Refusal('system_answer_unusable', sentence);

function pathOf(platform: ReadablePlatform, name: string): string {
  if (platform === 'instagram') return `${name}/`;
  return platform === 'youtube' && /^UC[\w-]{22}$/.test(name) ? `channel/${name}` : `@${name}`;
}

/** What robots.txt forbids, it forbids for every profile; so the platform is asked no more in this run. */
function refusalOf({ code, message }: NonNullable<Capture['error']>): Refusal {
  switch (code) {
    case 'robots_disallowed':
      return new Refusal(
        'system_unreachable',
        'Its robots.txt forbids reading profile pages, so none is read.',
      );
    case 'host_busy':
    case 'cancelled':
      return new Refusal('system_busy', `Its public page was not read: ${message}`);
    case 'unreachable':
    case 'blocked_address':
      return new Refusal('system_unreachable', `Its public page was not read: ${message}`);
    default:
      return unusable(`Its public page was not read: ${message}`);
  }
}
