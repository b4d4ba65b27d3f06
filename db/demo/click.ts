import type { CastMember } from './cast.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Visitor } from './visitor.ts';

/** One click in source time. */
export interface Click {
  readonly partnerId: string;
  readonly subId: string;
  readonly visitor: Visitor;
  readonly clickedMs: number;
  readonly landingUrl: string;
  readonly referrer: string;
}

/** Which kind of visit a click is, as far as its referrer and sub-ID tell. */
export type ClickManner = 'honest' | 'stuffed' | 'bot';

export const SHOP_URL = 'https://www.shop.example';

const PAGE_TAGS = ['gift-guide', 'autumn-list', 'kitchen-finds', 'sidebar', 'footer', 'christmas-table'];
const PATHS = [
  '',
  'gifts/for-the-kitchen',
  'blog/autumn-table',
  'offers',
  'shops/giftware',
  'list/stocking-fillers',
  '2011/party',
];
const SEARCHES = ['https://www.google.com/', 'https://www.bing.com/', 'https://duckduckgo.com/'];
const SOCIALS = ['https://l.instagram.com/', 'https://www.tiktok.com/', 'https://www.youtube.com/'];
const MAILS = ['https://mail.google.com/', 'https://outlook.live.com/'];
const HIDING_HOSTS = [
  'cdn.pixelmill.example',
  'frames.adpond.example',
  'popgrove.example',
  'static.linkmoth.example',
];
const SUB_IDS_PER_NETWORK = 24;
/** The sub-IDs behind which a guilty sub-network hides its false traffic. */
const FALSE_SUB_IDS = 2;

/** The partner's sub-ID of one visit; empty for partners that use none. */
export function subIdOf(member: CastMember, manner: ClickManner, chance: Chance): string {
  switch (member.type) {
    case 'sub_network': {
      const slot =
        manner === 'honest'
          ? Math.floor(chance.unit() ** 2 * SUB_IDS_PER_NETWORK)
          : chance.whole(FALSE_SUB_IDS);
      const base = manner === 'honest' ? FALSE_SUB_IDS : 0;
      return `s${chanceOf(`sub ${member.partnerId} ${base + slot}`).whole(90_000) + 10_000}`;
    }
    case 'cashback':
    case 'loyalty':
      return `m${chance.hex(7)}`;
    case 'content':
      return Number(member.partnerId.at(-1)) < 3 ? chance.pick(PAGE_TAGS) : '';
    default:
      return '';
  }
}

/** The page a click comes from; empty when the browser does not say. */
export function referrerOf(member: CastMember, manner: ClickManner, chance: Chance): string {
  const draw = chance.unit();
  if (manner === 'stuffed' || member.planted?.hiddenReferrers) {
    if (draw < 0.55) return '';
    return draw < 0.95 ? `https://${chance.pick(HIDING_HOSTS)}/${chance.hex(6)}` : ownPage(member, chance);
  }
  if (manner === 'bot') return draw < 0.8 ? '' : ownPage(member, chance);
  const { ownReferrerShare, noReferrerShare } = member.behaviour;
  if (draw < ownReferrerShare) return ownPage(member, chance);
  if (draw < ownReferrerShare + noReferrerShare) return '';
  if (member.type === 'influencer') return chance.pick(SOCIALS);
  return chance.pick(member.type === 'email' ? MAILS : SEARCHES);
}

export function productUrl(sku: string): string {
  return `${SHOP_URL}/p/${encodeURIComponent(sku)}`;
}

function ownPage(member: CastMember, chance: Chance): string {
  return `https://www.${member.host}/${chance.pick(PATHS)}`;
}
