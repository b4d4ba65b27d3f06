import type { AffiliateLink, OurLinks } from '../../../domain/sightings/affiliate-link.ts';
import { identifyLink, type LinkIdentity } from '../../../domain/sightings/identify-link.ts';
import { plainText } from '../codes/plain-text.ts';
import { linkContexts } from './link-context.ts';

export interface LinksPage {
  /** Where the page stands, for relative links; null for a file without an address. */
  readonly url: string | null;
  readonly ours: OurLinks | null;
}

const LINKS_MAX = 20_000;
const HREF_CHARACTERS_MAX = 8_000;
const ANCHOR_CHARACTERS_MAX = 300;
/** Where sites hide a paid link behind an address of their own. */
const CLOAKED =
  /^\/(?:go|goto|out|recommend(?:s|ed)?|refer|visit|links?|aff|affiliate|partner|redirect|deal|shop-now|to)\/./i;
const AFFILIATE_NUMBER =
  /^(?:aff|aff_id|affid|affiliate|affiliate_id|affiliateid|partner_id|partnerid|refid|ref|referral)$/i;
const SHARING =
  /(?:^|\.)(?:twitter|x|facebook|linkedin|pinterest|reddit|t|telegram|whatsapp|tumblr)\.(?:com|me)$/;

/** Every link of a page that pays somebody, in the page's order. Shorteners count: they hide who is paid. */
export function readLinks(document: Document, { url, ours }: LinksPage): AffiliateLink[] {
  const base = baseOf(document, url);
  const contextOf = linkContexts();
  const found: AffiliateLink[] = [];
  for (const element of [...document.querySelectorAll('a[href], area[href]')].slice(0, LINKS_MAX)) {
    const address = addressOf(element.getAttribute('href') ?? '', base);
    if (address === null) continue;
    const rel = relOf(element);
    const identity = ourLink(address, ours) ?? paidLink(address, rel, base);
    if (identity === null) continue;
    const anchor = anchorOf(element);
    found.push({
      href: address.href,
      network: identity.network,
      anchor,
      context: contextOf(element, anchor),
      partnerId: identity.partnerId,
      subId: identity.subId,
      target: identity.target,
      ours: identity.network === 'ours' || isOurs(identity, ours),
      rel,
    });
  }
  return found;
}

function baseOf(document: Document, url: string | null): URL | null {
  const page = url !== null && URL.canParse(url) ? new URL(url) : null;
  const said = document.querySelector('base[href]')?.getAttribute('href');
  if (!said) return page;
  return URL.canParse(said, page?.href) ? new URL(said, page?.href) : page;
}

function addressOf(href: string, base: URL | null): URL | null {
  const text = href.trim();
  if (text === '' || text.startsWith('#') || text.length > HREF_CHARACTERS_MAX) return null;
  if (!URL.canParse(text, base?.href)) return null;
  const address = new URL(text, base?.href);
  return (address.protocol === 'http:' || address.protocol === 'https:') &&
    address.href.length <= HREF_CHARACTERS_MAX
    ? address
    : null;
}

const RELATIONS = ['sponsored', 'nofollow', 'ugc'] as const;

function relOf(element: Element): (typeof RELATIONS)[number][] {
  const words = (element.getAttribute('rel') ?? '').toLowerCase().split(/\s+/);
  return RELATIONS.filter((relation) => words.includes(relation));
}

function anchorOf(element: Element): string {
  const text = plainText(element, ANCHOR_CHARACTERS_MAX);
  if (text !== '') return text;
  const alt =
    element.querySelector('img[alt]')?.getAttribute('alt') ?? element.getAttribute('aria-label') ?? '';
  return alt.replaceAll(/\s+/g, ' ').trim().slice(0, ANCHOR_CHARACTERS_MAX);
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^www\./, '').toLowerCase();

/** A link of our own redirector: `/go/<code>?sub=`; the code stands for the partner. */
function ourLink(address: URL, ours: OurLinks | null): LinkIdentity | null {
  if (!ours?.hosts.includes(hostOf(address))) return null;
  const code = /^\/go\/([^/?#]{1,100})/.exec(address.pathname)?.[1];
  if (code === undefined) return null;
  const subId = address.searchParams.get('sub') || null;
  return { network: 'ours', partnerId: code, subId, merchantId: null, target: null, networks: ['ours'] };
}

function isOurs({ networks, merchantId, target }: LinkIdentity, ours: OurLinks | null): boolean {
  if (ours === null) return false;
  if (networks.some((network) => merchantId !== null && ours.merchantIds[network]?.includes(merchantId)))
    return true;
  return target !== null && ours.hosts.includes(hostOf(new URL(target)));
}

/** What the tables say, else what the page says: marked as sponsored, cloaked, or with an affiliate's number. */
function paidLink(address: URL, rel: readonly string[], base: URL | null): LinkIdentity | null {
  const outside = base === null || hostOf(address) !== hostOf(base);
  if (SHARING.test(hostOf(address)) && !/^\/[A-Za-z0-9]{6,12}$/.test(address.pathname)) return null;
  const known = identifyLink(address);
  if (known !== null) {
    const onShop = known.target !== null && hostOf(new URL(known.target)) === hostOf(address);
    return onShop && !outside ? null : known;
  }
  const marked = rel.includes('sponsored') || rel.includes('nofollow');
  if (!outside) return marked && CLOAKED.test(address.pathname) ? unnamed('cloaked', null) : null;
  const number = [...address.searchParams].find(
    ([name, value]) => AFFILIATE_NUMBER.test(name) && value !== '',
  );
  const plain = number !== undefined && !/^ref/i.test(number[0]);
  if (rel.includes('sponsored') || plain || (marked && number))
    return unnamed('unknown', number?.[1] ?? null);
  return null;
}

const unnamed = (network: string, partner: string | null): LinkIdentity => ({
  network,
  partnerId: partner?.slice(0, 200) ?? null,
  subId: null,
  merchantId: null,
  target: null,
  networks: [network],
});
