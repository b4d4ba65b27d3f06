import { MINUTE_MS, SECOND_MS } from './calendar.ts';
import type { Chance } from './chance.ts';

/** One page event in source time. */
export interface SiteEvent {
  readonly visitorId: string;
  readonly occurredMs: number;
  readonly event: 'view' | 'cart' | 'checkout' | 'purchase';
  /** Empty for pages that belong to no product. */
  readonly sku: string;
}

/** One visit that ends in an order: when it begins, when the basket is filled, when it is paid. */
export interface BuyingVisit {
  readonly visitorId: string;
  readonly startMs: number;
  /** The basket fills between these. */
  readonly cartFromMs: number;
  readonly cartUntilMs: number;
  readonly checkoutMs: number;
  readonly orderedMs: number;
  /** What is looked at and put into the basket; at least one. */
  readonly skus: readonly string[];
}

const VIEWS_PER_VISIT_MAX = 3;
const CARTS_PER_VISIT_MAX = 3;

export function* buyingEvents(visit: BuyingVisit, chance: Chance): Generator<SiteEvent> {
  const { visitorId, startMs, cartFromMs, cartUntilMs, checkoutMs, orderedMs, skus } = visit;
  const views = skus.slice(0, 1 + chance.whole(VIEWS_PER_VISIT_MAX));
  for (const [index, sku] of views.entries()) {
    const occurredMs = index === 0 ? startMs : within(startMs, Math.max(startMs, cartFromMs), chance);
    yield { visitorId, occurredMs, event: 'view', sku };
  }
  for (const sku of skus.slice(0, 1 + chance.whole(CARTS_PER_VISIT_MAX))) {
    yield { visitorId, occurredMs: within(cartFromMs, cartUntilMs, chance), event: 'cart', sku };
  }
  yield { visitorId, occurredMs: checkoutMs, event: 'checkout', sku: '' };
  yield { visitorId, occurredMs: orderedMs, event: 'purchase', sku: '' };
}

/** Pages looked at after a click that leads to no order at once. */
export function* lookingEvents(
  visitorId: string,
  landedMs: number,
  skus: readonly string[],
  chance: Chance,
): Generator<SiteEvent> {
  let occurredMs = landedMs + (1 + chance.whole(7)) * SECOND_MS;
  for (const [index, sku] of skus.entries()) {
    if (index > 0 && !chance.happens(0.35)) return;
    yield { visitorId, occurredMs, event: 'view', sku };
    occurredMs += SECOND_MS + wholeSeconds(chance.logNormal(0.8 * MINUTE_MS, 0.8));
  }
}

/** A whole second in [fromMs, untilMs]. */
export function within(fromMs: number, untilMs: number, chance: Chance): number {
  return fromMs + wholeSeconds(chance.unit() * Math.max(0, untilMs - fromMs));
}

export function wholeSeconds(ms: number): number {
  return Math.floor(ms / SECOND_MS) * SECOND_MS;
}
