import type { KeptSite } from '../../../db/queries/applications/find-site.ts';
import type { SitePartner } from '../../../db/queries/applications/partner-of-site.ts';
import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import { visibleText } from '../../../src/domain/text/visible-text.ts';
import type { DeclaredFigure } from '../../../src/domain/vetting/site/declared-traffic.ts';
import type { ObservedSite, ReadSitePage } from '../../../src/domain/vetting/site/observed-site.ts';
import type { SiteFacts } from '../../../src/domain/vetting/site/site-facts.ts';
import { brandEvidence } from './brand-evidence.ts';

/** What is known about the site that an application names, ours and its own. */
export interface SiteCase {
  readonly kept: KeptSite;
  /** As vetting judged it; null when it was vetted before the site was read. */
  readonly facts: SiteFacts | null;
  readonly declared: readonly DeclaredFigure[];
  /** Whose website it is already; null when nobody's. */
  readonly partner: SitePartner | null;
  /** Of the partner's clicks and conversions. */
  readonly windowDays: number;
}

const COUNT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });
const ADDRESS_MAX = 200;
const NETWORKS_MAX = 5;

/** A site's audit page by page, and hints at its traffic, said to be hints. Empty when no site is read. */
export function siteEvidence(site: SiteCase | null): Evidence[] {
  if (site === null) return [];
  const { observed, reason } = site.kept;
  if (observed === null) return [note('Site', `It was not read: ${reason}`)];
  const where = `${shown(observed.url)}, ${observed.readAt.slice(0, 10)}`;
  const led = observed.leadsElsewhere ? ` The address leads to ${shown(observed.finalUrl)}.` : '';
  if (observed.state !== 'read') {
    const said = observed.failure?.message ?? 'nothing came.';
    return [note('Site', `${where}: ${STATES[observed.state]} ${visibleText(said, 400)}${led}`), hints(site)];
  }
  return [
    note('Site', `${where}.${led}`),
    ...observed.pages.map((page, at) =>
      note(page.isStart ? 'Site, start page' : `Site, newest post ${at}`, pageWords(page)),
    ),
    ...observed.missed.map(({ url, code }) =>
      note('Site, not read', `${shown(url)}: ${code.replaceAll('_', ' ')}.`),
    ),
    ...(site.facts?.problemSolving == null
      ? []
      : [problemSolving(site.facts.problemSolving, observed.pages.length)]),
    ...brandEvidence(observed.pages),
    hints(site),
  ];
}

const STATES: Readonly<Record<Exclude<ObservedSite['state'], 'read'>, string>> = {
  gone: 'nothing was found there.',
  forbidden: 'it asks not to be read.',
  unreadable: 'it could not be read.',
};

const note = (title: string, text: string): Evidence => ({ type: 'note', title, text: text.slice(0, 4_000) });
const shown = (address: string): string => visibleText(address, ADDRESS_MAX);

function problemSolving(value: number, pages: number): Evidence {
  return {
    type: 'figure',
    name: 'site-problem-solving',
    label: 'Problem solving of its pages',
    value,
    unit: 'share',
    currency: null,
    baseline: null,
    interval: null,
    qValue: null,
    note: `By ${pages === 1 ? 'one page' : `${pages} pages`} that were read: 1 helps with a problem from first hand, 0 is a list of prices.`,
  };
}

function pageWords(page: ReadSitePage): string {
  const { contentType, confidence, problemSolving: help, language, datedAt, codes } = page;
  return [
    `${shown(page.url)}: ${contentType.replaceAll('_', ' ')} (${Math.round(100 * confidence)} %)`,
    `problem solving ${help.toFixed(2)}`,
    language !== null && /^[a-z]{2,3}$/.test(language)
      ? (LANGUAGES.of(language) ?? language)
      : 'language unknown',
    datedAt === null ? 'no date' : visibleText(datedAt.slice(0, 10), 10),
    paidWords(page),
    ...(codes === 0 ? [] : [`${codes} codes`]),
    ...(page.isWhole ? [] : ['not read whole']),
  ].join('; ');
}

function paidWords({ paidLinks, ourLinks, disclosure }: ReadSitePage): string {
  const admits = disclosure === null ? 'none recognised' : `${disclosure.kind}, ${PLACES[disclosure.where]}`;
  if (paidLinks.length === 0)
    return disclosure === null ? 'no paid links' : `no paid links; disclosure: ${admits}`;
  const names = paidLinks.slice(0, NETWORKS_MAX).map(({ network, count }) => `${network} ${count}`);
  return `paid links: ${names.join(', ')}${paidLinks.length > NETWORKS_MAX ? ' and others' : ''}${ourLinks ? ` (${ourLinks} of them ours)` : ''}; disclosure: ${admits}`;
}

const PLACES: Readonly<Record<NonNullable<ReadSitePage['disclosure']>['where'], string>> = {
  top: 'at the top',
  'near-links': 'beside the links',
  within: 'within the text',
  end: 'at the end',
  elsewhere: 'in the margin or footer',
};

/** What can be known without asking anybody else: none of it is a measurement of visitors. */
function hints({ kept, facts, declared, partner, windowDays }: SiteCase): Evidence {
  const listing = kept.observed?.listing ?? null;
  const sentences = [
    listing === null || listing.sources === 0
      ? 'No sitemap or feed could be read.'
      : `Its sitemaps and feeds name ${listing.isCut ? 'more than ' : ''}${COUNT.format(listing.pages)} pages, ${COUNT.format(listing.recent)} of them dated in the 90 days before.`,
    facts === null || facts.newestAt === null
      ? 'No date was found.'
      : `Newest date: ${facts.newestAt.slice(0, 10)} (${facts.activity}).`,
    declared.length === 0
      ? 'The application declares no figure of traffic.'
      : `The application declares, unchecked: ${declared.map(({ name, value }) => `${COUNT.format(value)} ${name}`).join(', ')}.`,
    partner === null
      ? 'No partner of ours has this website.'
      : `It is already the website of partner ${visibleText(partner.partnerId, 80)} (${partner.status}): ${COUNT.format(partner.clicks)} clicks and ${COUNT.format(partner.conversions)} conversions in ${windowDays} days.`,
  ];
  return note('Traffic hints', `Hints, no measurement of visitors. ${sentences.join(' ')}`);
}
