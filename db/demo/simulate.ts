import { type CastMember, makeCast } from './cast.ts';
import { at, chanceOf } from './chance.ts';
import type { Click } from './click.ts';
import { codePicker, type DemoCode, makeCodes } from './codes.ts';
import { lookingAt } from './looking.ts';
import { assignOrders } from './order-assignment.ts';
import { journeyOf } from './order-journey.ts';
import { type PlacedOrder, placeOrder } from './order-rows.ts';
import { traitsOf } from './partner-traits.ts';
import { type DemoRefund, findRefunds } from './refund-rows.ts';
import type { SiteEvent } from './site-event.ts';
import type { RetailSource } from './source.ts';

/** The partner layer over the real orders, in source time and whole: nothing here knows the load date. */
export interface Simulation {
  readonly cast: readonly CastMember[];
  readonly codes: readonly DemoCode[];
  /** In the source's order, which is by time. */
  readonly placed: readonly PlacedOrder[];
  /** By time. */
  readonly clicks: readonly Click[];
  /** By time, none twice. */
  readonly events: readonly SiteEvent[];
  readonly refunds: readonly DemoRefund[];
}

const INTRODUCING_TYPES: ReadonlySet<string> = new Set(['content', 'influencer', 'other']);
const INTRODUCER_CONVERSIONS_MIN = 15;
const POPULAR_SKUS = 4_000;
/** Of a false clicker's orders, how many have the honest clicks of its type around them. */
const HONEST_CLICKS_SHARE = 0.6;

export function simulate(source: RetailSource): Simulation {
  const cast = makeCast();
  const codes = makeCodes(cast);
  const pickCode = codePicker(codes);
  const assigned = assignOrders(source.orders, cast);
  const introducers = cast.filter(isIntroducer);
  const placed = source.orders.map((order) => {
    const member = assigned.get(order.orderId) ?? null;
    const journey = journeyOf(order, member, introducers);
    return placeOrder(journey, pickCode(member, journey.orderedMs, chanceOf(`code ${order.orderId}`)));
  });

  const clicks: Click[] = [];
  const events: SiteEvent[] = [];
  for (const { journey } of placed) {
    if (journey.credit) clicks.push(journey.credit.click);
    for (const click of journey.earlierClicks) clicks.push(click);
    for (const event of journey.events) events.push(event);
  }
  const popular = popularSkus(source);
  for (const member of cast) {
    const looking = lookingAt(member, honestLookers(member), popular);
    for (const click of looking.clicks) clicks.push(click);
    for (const event of looking.events) events.push(event);
  }
  return {
    cast,
    codes,
    placed,
    clicks: clicks.sort((a, b) => a.clickedMs - b.clickedMs),
    events: onceEach(events.sort((a, b) => a.occurredMs - b.occurredMs)),
    refunds: findRefunds(source.cancellations, source.orders),
  };
}

function isIntroducer({ planted, oddity, type, behaviour }: CastMember): boolean {
  const honest = planted === null && oddity === null;
  return honest && INTRODUCING_TYPES.has(type) && behaviour.conversions >= INTRODUCER_CONVERSIONS_MIN;
}

function honestLookers({ planted, type, behaviour }: CastMember): number {
  if (!planted?.falseClicks) return behaviour.clicks - behaviour.conversions;
  return Math.round(behaviour.conversions * traitsOf(type).clicksPerConversion * HONEST_CLICKS_SHARE);
}

/** SKUs of random order lines: what sells more stands in the list more often. */
function popularSkus(source: RetailSource): string[] {
  const chance = chanceOf('popular');
  return Array.from({ length: POPULAR_SKUS }, () => {
    const order = chance.pick(source.orders);
    return at(order.lines, chance.whole(order.lines.length)).sku;
  });
}

/**
 * A visitor does one thing with one product once a second; later copies go.
 *
 * @param events - by time.
 */
function onceEach(events: readonly SiteEvent[]): SiteEvent[] {
  const seenNow = new Set<string>();
  let nowMs = Number.NEGATIVE_INFINITY;
  return events.filter(({ visitorId, occurredMs, event, sku }) => {
    if (occurredMs !== nowMs) seenNow.clear();
    nowMs = occurredMs;
    const key = `${visitorId} ${event} ${sku}`;
    if (seenNow.has(key)) return false;
    seenNow.add(key);
    return true;
  });
}
