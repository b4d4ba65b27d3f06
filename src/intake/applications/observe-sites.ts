import type { Queryable } from '../../../db/client.ts';
import { keepSite } from '../../../db/queries/applications/keep-site.ts';
import { listUnreadSites, type UnreadSite } from '../../../db/queries/applications/list-unread-sites.ts';
import type { BrandProfile } from '../../domain/pages/brand-profile.ts';
import type { PageAuditor } from '../../domain/pages/page-auditor.ts';
import type { OurLinks } from '../../domain/sightings/affiliate-link.ts';
import { readApplication } from '../../domain/vetting/read-application.ts';
import type { ObservedSite } from '../../domain/vetting/site/observed-site.ts';
import type { VettingPolicy } from '../../domain/vetting/vetting-policy.ts';
import type { WebReader } from '../../domain/web/web-reader.ts';
import { observeSite, type SiteLater } from './site/observe-site.ts';
import { siteAddress } from './site/site-address.ts';

/** Sites under way at a time. Each goes at its own host's pace, so they wait rather than work. */
const AT_ONCE = 8;

export interface SitesDeps {
  readonly db: Queryable;
  readonly policy: Pick<VettingPolicy, 'sitesPerRun'>;
  /** Null when nothing is known of our own links. */
  readonly ours: OurLinks | null;
  /** Null: not compared with any. */
  readonly brand: BrandProfile | null;
  readonly openWeb: () => WebReader;
  readonly openAuditor: () => PageAuditor;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

interface Named extends UnreadSite {
  readonly url: string;
  readonly isApplicant: boolean;
}

/**
 * Reads the sites that applications name which wait, and keeps what their audit says. Nothing is opened where none names
 * one. A site that several name is read once a run. What was not looked at (more than a run reads, a host that is busy) is
 * kept as such, so that the card says so.
 *
 * @returns how many sites were looked at.
 */
export async function observeSites(deps: SitesDeps, applicationIds: readonly string[]): Promise<number> {
  const named = (await listUnreadSites(deps.db, applicationIds)).flatMap(namedIn);
  if (named.length === 0) return 0;
  const byUrl = Map.groupBy(named, ({ url }) => url);
  const sites = [...byUrl];
  const queue = sites.slice(0, deps.policy.sitesPerRun).values();
  const tooMany = { later: 'more sites than one run reads were waiting.' };
  for (const [, applications] of sites.slice(deps.policy.sitesPerRun))
    await keep(deps, applications, tooMany);
  const { ours, brand, now, signal } = deps;
  const web = deps.openWeb();
  const auditor = deps.openAuditor();
  let looked = 0;
  try {
    const work = async (): Promise<void> => {
      for (const [url, applications] of queue) {
        if (signal.aborted) return;
        const seen = await observeSite(url, { web, auditor, ours, brand, now, signal });
        await keep(deps, applications, seen);
        if (!('later' in seen)) looked += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return looked;
  } finally {
    await auditor.close();
    await web.close();
  }
}

function namedIn(unread: UnreadSite): Named[] {
  const read = readApplication(unread.applicant);
  if ('error' in read) return [];
  const address = siteAddress(unread.applicant, read.application);
  return address === null ? [] : [{ ...unread, ...address }];
}

async function keep(
  { db, now }: SitesDeps,
  applications: readonly Named[],
  seen: ObservedSite | SiteLater,
): Promise<void> {
  for (const { applicationId, sha256, isApplicant } of applications) {
    const known = 'later' in seen ? { observed: null, reason: seen.later } : { observed: seen, reason: null };
    await keepSite(db, { applicationId, sha256, isApplicant, ...known, at: now() });
  }
}
