import { type DemoCalendar, demoCalendar } from './calendar.ts';
import type { Click } from './click.ts';
import { type ConversionFacts, conversionRow } from './conversion-rows.ts';
import { inventoryRows } from './inventory-rows.ts';
import { orderRows, type PlacedOrder } from './order-rows.ts';
import { codeRow, partnerRow, rateRows } from './partner-rows.ts';
import { productRow } from './product-rows.ts';
import { type DemoRefund, refundRow } from './refund-rows.ts';
import type { DemoRow, DemoRows } from './rows.ts';
import { type Simulation, simulate } from './simulate.ts';
import type { SiteEvent } from './site-event.ts';
import { type FirstOrder, type RetailSource, readFirstOrders, readRetailSource } from './source.ts';

/** The demo programme as rows to load. */
export interface DemoProgramme {
  /** Whole weeks by which the source's times were moved. */
  readonly shiftWeeks: number;
  /** The last day with rows, the day before the load date, YYYY-MM-DD. */
  readonly lastDay: string;
  readonly rows: DemoRows;
  /** Each customer's first order over the source's twelve months, for "new customer". */
  readonly firstOrders: readonly { readonly customer_id: string; readonly first_ordered_at: string }[];
}

/** Numbers given to conversions begin here, a network each. */
const CONVERSION_NUMBERS = { awin: 1_310_000_000, cj: 2_640_000, impact: 7_020_000, direct: 1 };

/**
 * Real orders with their simulated partner layer, ending the day before `loadDate` (UTC).
 *
 * Deterministic: the same UTC day gives the same rows, on every machine.
 */
export function generateDemo(loadDate: Date): DemoProgramme {
  const calendar = demoCalendar(loadDate);
  const source = readRetailSource();
  const simulation = simulate(source);
  return {
    shiftWeeks: calendar.shiftWeeks,
    lastDay: calendar.lastDay,
    rows: rowsOf(source, simulation, calendar),
    firstOrders: readFirstOrders()
      .filter(({ minuteMs }) => minuteMs < calendar.sourceCutMs)
      .map((first: FirstOrder) => ({
        customer_id: first.customerId,
        first_ordered_at: calendar.toDemo(first.minuteMs),
      })),
  };
}

function rowsOf(source: RetailSource, simulation: Simulation, calendar: DemoCalendar): DemoRows {
  const { cast, codes } = simulation;
  const past = (sourceMs: number) => sourceMs < calendar.sourceCutMs;
  const placed = simulation.placed.filter(({ journey }) => past(journey.orderedMs));
  const refunds = simulation.refunds.filter(({ refundedMs }) => past(refundedMs));
  const clicks = simulation.clicks.filter(({ clickedMs }) => past(clickedMs));
  const events = simulation.events.filter(({ occurredMs }) => past(occurredMs));
  const products = source.products.map(productRow);
  const conversions = conversionFacts(placed, refunds, creditedClickIds(placed, clicks));
  return {
    partners: cast.map((member) => partnerRow(member, calendar)),
    products,
    inventory: inventoryRows(source.orders, products, calendar),
    codes: codes.map((code) => codeRow(code, calendar)),
    rates: cast.flatMap((member) => rateRows(member, calendar)),
    orders: madeFrom(placed, (order) => orderRows(order, calendar)),
    refunds: madeFrom(refunds, (refund) => [refundRow(refund, calendar)]),
    clicks: madeFrom(clicks, (click, index) => [clickRow(click, clickIdOf(index), calendar)]),
    site_events: madeFrom(events, (event) => [siteEventRow(event, calendar)]),
    conversions: madeFrom(conversions, (facts) => [conversionRow(facts, calendar)]),
  };
}

function madeFrom<From, To>(
  list: readonly From[],
  make: (from: From, index: number) => readonly To[],
): Iterable<To> {
  return {
    *[Symbol.iterator]() {
      for (const [index, from] of list.entries()) yield* make(from, index);
    },
  };
}

/** Clicks come by time and the cut takes the latest, so a number means the same click on every day. */
function clickIdOf(index: number): string {
  return `k${String(index + 1).padStart(6, '0')}`;
}

function creditedClickIds(
  orders: readonly PlacedOrder[],
  clicks: readonly Click[],
): ReadonlyMap<Click, string> {
  const credited = new Set(orders.map(({ journey }) => journey.credit?.click));
  return new Map(
    clicks.flatMap((click, index) => (credited.has(click) ? [[click, clickIdOf(index)] as const] : [])),
  );
}

function conversionFacts(
  orders: readonly PlacedOrder[],
  refunds: readonly DemoRefund[],
  clickIds: ReadonlyMap<Click, string>,
): ConversionFacts[] {
  const refunded = new Map<string, bigint>();
  for (const { cancellation, line } of refunds) {
    if (line === null) continue;
    refunded.set(line.orderId, (refunded.get(line.orderId) ?? 0n) + cancellation.amountMicros);
  }
  const next = { ...CONVERSION_NUMBERS };
  return orders.flatMap((placed): ConversionFacts[] => {
    const { credit, order } = placed.journey;
    if (credit === null) return [];
    const { member, click } = credit;
    const conversionId = String(next[member.network]);
    next[member.network] += 1;
    const refundedMicros = refunded.get(order.orderId) ?? 0n;
    return [{ placed, member, click, clickId: clickIds.get(click) ?? '', conversionId, refundedMicros }];
  });
}

function clickRow(click: Click, clickId: string, calendar: DemoCalendar): DemoRow<'clicks'> {
  const { visitor } = click;
  return {
    click_id: clickId,
    partner_id: click.partnerId,
    sub_id: click.subId,
    visitor_id: visitor.visitorId,
    clicked_at: calendar.toDemo(click.clickedMs),
    landing_url: click.landingUrl,
    referrer: click.referrer,
    user_agent: visitor.userAgent,
    ip_hash: visitor.ipHash,
    device: visitor.device,
  };
}

function siteEventRow(siteEvent: SiteEvent, calendar: DemoCalendar): DemoRow<'site_events'> {
  const { visitorId, occurredMs, event, sku } = siteEvent;
  return { visitor_id: visitorId, occurred_at: calendar.toDemo(occurredMs), event, sku };
}
