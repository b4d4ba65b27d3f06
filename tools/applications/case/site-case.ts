import { findSite } from '../../../db/queries/applications/find-site.ts';
import { partnerOfSite } from '../../../db/queries/applications/partner-of-site.ts';
import type { StoredApplication } from '../../../src/domain/applications/stored-application.ts';
import { declaredTraffic } from '../../../src/domain/vetting/site/declared-traffic.ts';
import type { ToolContext } from '../../define-tool.ts';
import type { SiteCase } from './site-evidence.ts';

const DAY_MS = 86_400_000;

/** The site that an application names, with our own figures where it is a partner's already. Null when no site is read. */
export async function siteCase(
  { db, policy }: Pick<ToolContext, 'db' | 'policy'>,
  { applicationId, applicant, vetting }: Pick<StoredApplication, 'applicationId' | 'applicant' | 'vetting'>,
  asOf: string,
): Promise<SiteCase | null> {
  const kept = await findSite(db, applicationId);
  if (kept === null) return null;
  const { windowDays } = policy.economics;
  const to = new Date(asOf);
  const from = new Date(to.getTime() - windowDays * DAY_MS);
  const host = kept.observed === null ? null : hostOf(kept.observed.finalUrl);
  const partner = host === null ? null : await partnerOfSite(db, host, { from, to });
  return { kept, facts: vetting?.site ?? null, declared: declaredTraffic(applicant), partner, windowDays };
}

const hostOf = (url: string): string | null =>
  URL.parse(url)
    ?.hostname.replace(/^www\./, '')
    .toLowerCase() ?? null;
