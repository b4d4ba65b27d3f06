import { basketDelayMs, honestDelayMs, lastSecondsDelayMs, stuffedDelayMs } from './buying-delay.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from './calendar.ts';
import type { CastMember } from './cast.ts';
import { at, type Chance, chanceOf } from './chance.ts';
import { type Click, type ClickManner, productUrl, referrerOf, SHOP_URL, subIdOf } from './click.ts';
import {
  type BuyingVisit,
  buyingEvents,
  lookingEvents,
  type SiteEvent,
  wholeSeconds,
  within,
} from './site-event.ts';
import { isProduct } from './sku-kind.ts';
import type { SourceOrder } from './source.ts';
import { customerVisitor, pickDevice, type Visitor } from './visitor.ts';

/** How one real order came about, in source time. Everything but the order and its minute is simulated. */
export interface OrderJourney {
  readonly order: SourceOrder;
  /** The source gives minutes; the second is ours. */
  readonly orderedMs: number;
  readonly visitor: Visitor;
  /** The partner credited with the order and the click it is credited for; null without a partner. */
  readonly credit: { readonly member: CastMember; readonly click: Click } | null;
  /** Clicks of other partners that came before and are not paid. */
  readonly earlierClicks: readonly Click[];
  readonly events: readonly SiteEvent[];
}

const UNAFFILIATED_MOBILE_SHARE = 0.33;
const EARLIER_CLICK_SHARE = 0.16;
const ROBBED_SHARE = 0.5;
const FALSE_CREDIT_SHARE = 0.92;

/** @param introducers - honest partners whose clicks may come before somebody else's. */
export function journeyOf(
  order: SourceOrder,
  member: CastMember | null,
  introducers: readonly CastMember[],
): OrderJourney {
  const chance = chanceOf(`order ${order.orderId}`);
  const orderedMs = order.minuteMs + chance.whole(60) * SECOND_MS;
  const skus = skusOf(order, chance);
  if (member === null) {
    const visitor = customerVisitor(order.customerId, pickDevice(UNAFFILIATED_MOBILE_SHARE, chance));
    const events = [...buyingEvents(calmVisit(visitor, orderedMs, skus, chance), chance)];
    return { order, orderedMs, visitor, credit: null, earlierClicks: [], events };
  }

  const visitor = visitorOf(order, member, chance);
  const manner = mannerOf(member, chance);
  const { delayMs, visit } = creditedVisit(member, manner, visitor, orderedMs, skus, chance);
  const click = clickOf(member, visitor, orderedMs - delayMs, manner, skus, chance);
  const events = [...buyingEvents(visit, chance)];
  const returnsLater = visit.startMs > click.clickedMs + 30 * MINUTE_MS;
  if (manner === 'honest' && returnsLater) {
    events.push(...lookingEvents(visitor.visitorId, click.clickedMs, skus, chance));
  }
  const earlierClicks: Click[] = [];
  if (introducers.length > 0 && chance.happens(member.planted ? ROBBED_SHARE : EARLIER_CLICK_SHARE)) {
    const earlierMs = click.clickedMs - wholeSeconds(chance.logNormal(30 * HOUR_MS, 1.1)) - HOUR_MS;
    const earlier = clickOf(chance.pick(introducers), visitor, earlierMs, 'honest', skus, chance);
    earlierClicks.push(earlier);
    events.push(...lookingEvents(visitor.visitorId, earlierMs, skus.slice(0, 2), chance));
  }
  return { order, orderedMs, visitor, credit: { member, click }, earlierClicks, events };
}

function skusOf(order: SourceOrder, chance: Chance): string[] {
  const products = [...new Set(order.lines.map((line) => line.sku).filter(isProduct))];
  return products.length === 0 ? [at(order.lines, 0).sku] : chance.shuffled(products).slice(0, 3);
}

function visitorOf(order: SourceOrder, member: CastMember, chance: Chance): Visitor {
  if (member.planted?.role !== 'self_referrer') {
    return customerVisitor(order.customerId, pickDevice(member.behaviour.mobileShare, chance));
  }
  // One household at one desk: several customer accounts, one address, one machine.
  const desk = customerVisitor(`desk of ${member.partnerId}`, 'desktop');
  return { ...desk, visitorId: customerVisitor(order.customerId, 'desktop').visitorId };
}

function mannerOf(member: CastMember, chance: Chance): ClickManner {
  const stuffs = member.planted?.falseClicks === 'stuffed' && chance.happens(FALSE_CREDIT_SHARE);
  return stuffs ? 'stuffed' : 'honest';
}

interface CreditedVisit {
  readonly delayMs: number;
  readonly visit: BuyingVisit;
}

function creditedVisit(
  member: CastMember,
  manner: ClickManner,
  visitor: Visitor,
  orderedMs: number,
  skus: readonly string[],
  chance: Chance,
): CreditedVisit {
  const lastSeconds = chance.happens(member.behaviour.lastSecondsShare);
  const inCart = chance.happens(member.behaviour.inCartShare);
  if (manner === 'stuffed' && !inCart) {
    return { delayMs: stuffedDelayMs(chance), visit: calmVisit(visitor, orderedMs, skus, chance) };
  }
  const delayMs = lastSeconds
    ? lastSecondsDelayMs(chance)
    : inCart
      ? basketDelayMs(chance)
      : honestDelayMs(member.behaviour, orderedMs, chance);
  const clickedMs = orderedMs - delayMs;
  const base = { visitorId: visitor.visitorId, orderedMs, skus };
  if (inCart) {
    const cartFromMs = clickedMs - within(MINUTE_MS, 20 * MINUTE_MS, chance);
    const startMs = cartFromMs - within(MINUTE_MS, 15 * MINUTE_MS, chance);
    const cartUntilMs = clickedMs - 20 * SECOND_MS;
    const checkoutMs = within(lastSeconds ? cartUntilMs : clickedMs, orderedMs - SECOND_MS, chance);
    return { delayMs, visit: { ...base, startMs, cartFromMs, cartUntilMs, checkoutMs } };
  }
  if (delayMs > 40 * MINUTE_MS) return { delayMs, visit: calmVisit(visitor, orderedMs, skus, chance) };
  const startMs = lastSeconds ? clickedMs - within(MINUTE_MS, 9 * MINUTE_MS, chance) : clickedMs + SECOND_MS;
  const cartFromMs = clickedMs + wholeSeconds(delayMs * 0.2);
  const checkoutMs = clickedMs + wholeSeconds(delayMs * 0.8);
  return { delayMs, visit: { ...base, startMs, cartFromMs, cartUntilMs: checkoutMs, checkoutMs } };
}

/** An unhurried visit that ends in the order: 8 to 28 minutes. */
function calmVisit(
  visitor: Visitor,
  orderedMs: number,
  skus: readonly string[],
  chance: Chance,
): BuyingVisit {
  const startMs = orderedMs - within(8 * MINUTE_MS, 28 * MINUTE_MS, chance);
  const checkoutMs = orderedMs - within(30 * SECOND_MS, 3 * MINUTE_MS, chance);
  return {
    visitorId: visitor.visitorId,
    startMs,
    cartFromMs: startMs + MINUTE_MS,
    cartUntilMs: checkoutMs - 10 * SECOND_MS,
    checkoutMs,
    orderedMs,
    skus,
  };
}

function clickOf(
  member: CastMember,
  visitor: Visitor,
  clickedMs: number,
  manner: ClickManner,
  skus: readonly string[],
  chance: Chance,
): Click {
  return {
    partnerId: member.partnerId,
    subId: subIdOf(member, manner, chance),
    visitor,
    clickedMs: member.oddity?.minuteStamps ? Math.floor(clickedMs / MINUTE_MS) * MINUTE_MS : clickedMs,
    landingUrl: chance.happens(0.7) ? productUrl(at(skus, 0)) : `${SHOP_URL}/`,
    referrer: referrerOf(member, manner, chance),
  };
}
