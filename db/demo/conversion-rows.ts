import { formatMicros } from '../../src/domain/money/micros.ts';
import { DAY_MS, type DemoCalendar, MINUTE_MS } from './calendar.ts';
import type { CastMember } from './cast.ts';
import { chanceOf } from './chance.ts';
import type { Click } from './click.ts';
import { netAmountMicros, type PlacedOrder } from './order-rows.ts';
import { pennyShare } from './penny-share.ts';
import type { DemoRow } from './rows.ts';

/** Fixed simulated rate of the few programmes that are paid in euro: 1 GBP = 1.15 EUR. */
const EUR_PER_GBP_BPS = 11_500n;
/** A commission is pending for the shop's return window, then approved, then paid. */
const PENDING_DAYS = 30;
const PAID_AFTER_DAYS = 60;
/** Commission falls away once this much of the order's value has come back, in hundredths. */
const REVERSED_FROM_PERCENT = 50n;

export interface ConversionFacts {
  readonly placed: PlacedOrder;
  readonly member: CastMember;
  readonly click: Click;
  readonly clickId: string;
  readonly conversionId: string;
  /** Value of the order's lines that have come back by name. */
  readonly refundedMicros: bigint;
}

export function conversionRow(facts: ConversionFacts, calendar: DemoCalendar): DemoRow<'conversions'> {
  const { placed, member, click } = facts;
  const { order, orderedMs, visitor } = placed.journey;
  const stampedMs = member.oddity?.minuteStamps ? Math.floor(orderedMs / MINUTE_MS) * MINUTE_MS : orderedMs;
  const net = netAmountMicros(placed);
  const amount = member.currency === 'EUR' ? pennyShare(net, EUR_PER_GBP_BPS) : net;
  return {
    conversion_id: facts.conversionId,
    network: member.network,
    partner_id: member.partnerId,
    sub_id: click.subId,
    order_id: order.orderId,
    click_id: facts.clickId,
    clicked_at: calendar.toDemo(click.clickedMs),
    converted_at: calendar.toDemo(stampedMs),
    amount: formatMicros(amount),
    commission: formatMicros(pennyShare(amount, BigInt(rateBpsAt(member, orderedMs)))),
    currency: member.currency,
    status: statusOf(facts, calendar),
    code: placed.code?.code ?? '',
    customer_type: order.first ? 'new' : 'returning',
    device: visitor.device,
  };
}

function rateBpsAt(member: CastMember, orderedMs: number): number {
  const { formerRate, rateBps } = member;
  return formerRate !== null && orderedMs < formerRate.untilMs ? formerRate.rateBps : rateBps;
}

function statusOf({ placed, refundedMicros }: ConversionFacts, calendar: DemoCalendar): string {
  const { order, orderedMs } = placed.journey;
  const ageDays = (calendar.sourceCutMs - orderedMs) / DAY_MS;
  if (ageDays <= PENDING_DAYS) return 'pending';
  if (refundedMicros > 0n && refundedMicros * 100n >= order.amountMicros * REVERSED_FROM_PERCENT)
    return 'reversed';
  const paid = ageDays > PAID_AFTER_DAYS && chanceOf(`paid ${order.orderId}`).happens(0.92);
  return paid ? 'paid' : 'approved';
}
