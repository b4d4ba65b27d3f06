import assert from 'node:assert';
import { DAY_MS, HOUR_MS } from './calendar.ts';
import type { CastMember } from './cast.ts';
import { chanceOf } from './chance.ts';
import type { SourceOrder } from './source.ts';

/** Large orders each partner of the large kind wins, out of this many largest of the shop. */
const LARGE_ORDERS_EACH = 10;
const LARGE_ORDERS_POOL = 40;
/** Customers that order often, a few of whom stand behind each self-referrer. */
const FREQUENT_CUSTOMERS_EACH = 4;
/** Orders of one customer closer than this are one visit's invoices, not two visits. */
const APART_MS = 2 * HOUR_MS;

/**
 * Says which partner is credited with each order; orders not in the map came without a partner.
 *
 * A customer's first orders go to partners as their share of new customers says, the others at random.
 */
export function assignOrders(
  orders: readonly SourceOrder[],
  cast: readonly CastMember[],
): ReadonlyMap<string, CastMember> {
  const chance = chanceOf('assignment');
  const assigned = new Map<string, CastMember>();
  const give = (member: CastMember, order: SourceOrder) => assigned.set(order.orderId, member);
  const counts = new Map<CastMember, number>();

  const selfReferrers = cast.filter((member) => member.planted?.role === 'self_referrer');
  for (const [index, member] of selfReferrers.entries()) {
    const own = ordersOfFrequentCustomers(orders, index).slice(0, member.behaviour.conversions);
    for (const order of own) give(member, order);
    counts.set(member, own.length);
  }

  const large = chance.shuffled(largestReturning(orders).filter((order) => !assigned.has(order.orderId)));
  for (const member of cast.filter((candidate) => candidate.takesLargeOrders)) {
    const own = large.splice(0, LARGE_ORDERS_EACH);
    for (const order of own) give(member, order);
    counts.set(member, own.length);
  }

  const left = chance.shuffled(orders.filter((order) => !assigned.has(order.orderId)));
  const fresh = left.filter((order) => order.first);
  const returning = left.filter((order) => !order.first);
  for (const member of chance.shuffled(cast)) {
    const wanted = member.behaviour.conversions - (counts.get(member) ?? 0);
    const own = fresh.splice(0, Math.min(wanted, member.behaviour.newOrders));
    own.push(...returning.splice(0, wanted - own.length));
    assert(own.length === wanted, 'the cast sells more than the shop');
    for (const order of own) give(member, order);
  }
  return assigned;
}

/** Repeat orders of a few busy customers, fullest days first: one household's orders come together. */
function ordersOfFrequentCustomers(orders: readonly SourceOrder[], index: number): SourceOrder[] {
  const byCustomer = [...Map.groupBy(orders, (order) => order.customerId)].sort(
    ([a, left], [b, right]) => right.length - left.length || Number(a) - Number(b),
  );
  const from = index * FREQUENT_CUSTOMERS_EACH;
  const own = byCustomer.slice(from, from + FREQUENT_CUSTOMERS_EACH).flatMap(([, list]) => apart(list));
  const byDay = Map.groupBy(
    own.filter((order) => !order.first),
    (order) => Math.floor(order.minuteMs / DAY_MS),
  );
  return [...byDay]
    .sort(([a, left], [b, right]) => right.length - left.length || a - b)
    .flatMap(([, list]) => list);
}

function apart(orders: readonly SourceOrder[]): SourceOrder[] {
  return orders.filter((order, index) => {
    const before = orders[index - 1];
    return before === undefined || order.minuteMs - before.minuteMs >= APART_MS;
  });
}

function largestReturning(orders: readonly SourceOrder[]): SourceOrder[] {
  return orders
    .filter((order) => !order.first)
    .sort((a, b) => (b.amountMicros > a.amountMicros ? 1 : b.amountMicros < a.amountMicros ? -1 : 0))
    .slice(0, LARGE_ORDERS_POOL);
}
