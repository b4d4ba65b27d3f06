/**
 * What fraud scoring reads: sums per partner and day, small enough to score a programme in a second.
 *
 * Every field is a sum over rows, so sketches merge by addition: a day may be split over many rows, and
 * the rows of several days may be added into one (dated with any of its days) **as long as no window of
 * `fraudWindows` is crossed**. Scoring gives the same answer for both.
 *
 * "Known" counts say where a rule could run at all. A column that is empty or absent leaves its known
 * count at 0 and the rule answers `not_evaluated`; an empty value is never counted as a "no".
 *
 * Terms used by the fields below (all times UTC, empty text = null):
 * - click: the row of `click` with the conversion's `click_id` and `partner_id`, or none.
 * - clicked at: `coalesce(conversion.clicked_at, click.clicked_at, converted_at - lapse_seconds)`.
 * - TTC: `coalesce(lapse_seconds, converted_at - clicked at)` in seconds with its fraction; null = unknown.
 * - visitor: `coalesce(click.visitor_id, the order's order_line.visitor_id by order_id)`.
 * - coverage: `[min(occurred_at), max(occurred_at)]` over all of `site_event`; none when it is empty.
 */
import { z } from 'zod';
import { TTC_BIN_COUNT } from './ttc-bins.ts';

const Count = z.int().nonnegative();
const Micros = z.bigint();
/** A UTC calendar day, `2026-03-31`. */
export const Day = z.iso.date();

/** Conversions of one partner, day, network, device, customer type and currency: the six are the key. */
export const ConversionSketch = z.object({
  partnerId: z.string().min(1),
  /** UTC day of `converted_at`. */
  day: Day,
  /** `coalesce(network, '')`. Stamps are coarse or fine network by network. */
  network: z.string(),
  /** `lower(coalesce(conversion.device, click.device, ''))`. */
  device: z.string(),
  /** `lower(coalesce(customer_type, ''))`: `new`, `returning`, or empty when unknown. */
  customerType: z.enum(['new', 'returning', '']),
  /** ISO 4217. */
  currency: z.string(),

  /** All conversions, whatever their status. */
  conversions: Count,
  /** TTC known, whatever its sign. */
  timed: Count,
  /** TTC <= 0: the click is not before the order. */
  notAfterClick: Count,
  /** 0 < TTC < 1 s. */
  underOneSecond: Count,
  /** 0 < TTC < 10 s. */
  underTenSeconds: Count,
  /** 0 < TTC < 60 s. */
  fast: Count,
  /**
   * Of `timed`, stamps that fall on a whole multiple of 10 s (or 15 s) with no fraction, which nearly all
   * do when a clock is coarser than 5 s: `mod(extract(second from clicked at), 10) = 0`, likewise
   * `converted_at`. Where `lapse_seconds` gave the TTC, `mod(lapse_seconds, 10) = 0` counts in both pairs.
   */
  clicksOnTens: Count,
  clicksOnFifteens: Count,
  ordersOnTens: Count,
  ordersOnFifteens: Count,
  /** TTC > 0 by `width_bucket(ttc, TTC_BIN_EDGES_SECONDS)`; sums to `timed - notAfterClick`. */
  ttcHistogram: z.array(Count).length(TTC_BIN_COUNT),
  /** Pairs of conversions of this cell and day with TTC > 0: m(m-1)/2 for m such conversions. */
  ttcPairs: Count,
  /** Those pairs with the same `floor(ttc)`: sum of c(c-1)/2 over the values, each seen c times. */
  ttcEqualPairs: Count,

  /** Visitor known, clicked at known and within coverage: whether a basket was waiting can be said. */
  cartKnown: Count,
  /** Of `cartKnown`: the visitor had a `cart` or `checkout` event in `[clicked at - 30 min, clicked at)`. */
  inCart: Count,
  /** Of `cartKnown`: TTC > 0. */
  cartTimed: Count,
  /** Of `cartTimed`: in cart as above. */
  inCartTimed: Count,
  /** Of `cartTimed`: 0 < TTC < 60 s. */
  fastCartKnown: Count,
  /** Of `cartTimed`: in cart and 0 < TTC < 60 s. */
  fastInCart: Count,

  /** `conversion.code` given. */
  coded: Count,
  /** Of `coded`: `code.owner_partner_id` is this partner. */
  ownCode: Count,
  /** Of `coded`: `code.owner_partner_id` is given and is another partner. Codes compare case-blind, trimmed. */
  othersCode: Count,

  /** Buyer known: the order's `customer_id`, else the visitor. */
  buyerKnown: Count,
  /** `buyerKnown` minus the distinct buyers within this cell and day. */
  buyerRepeats: Count,
  /** `click.ip_hash` known. */
  addressKnown: Count,
  /** `addressKnown` minus the distinct `ip_hash` within this cell and day. */
  addressRepeats: Count,

  /** Commission, micros of `currency`, of conversions whose status is not `reversed`. */
  commissionMicros: Micros,
  /** Of that: 0 < TTC < 60 s. */
  fastCommissionMicros: Micros,
  /** Of that: in cart. */
  inCartCommissionMicros: Micros,
  /** Of that: in cart or 0 < TTC < 60 s. */
  fastOrInCartCommissionMicros: Micros,
  /** Of that: another partner's code. */
  othersCodeCommissionMicros: Micros,
});
export type ConversionSketch = z.infer<typeof ConversionSketch>;

/** Clicks of one partner and day: the two are the key. */
export const ClickSketch = z.object({
  partnerId: z.string().min(1),
  /** UTC day of `clicked_at`. */
  day: Day,

  clicks: Count,
  /** `visitor_id` given. */
  visitorKnown: Count,
  /** `visitorKnown` minus the distinct visitors of this partner and day. */
  visitorRepeats: Count,
  /** `visitor_id` given, and `clicked_at` within coverage less its last 30 minutes. */
  engagementKnown: Count,
  /** Of `engagementKnown`: the visitor has any `site_event` in `[clicked_at, clicked_at + 30 min]`. */
  engaged: Count,
  /** `referrer` given. Clicks without one are `clicks - referrerGiven`. */
  referrerGiven: Count,
  /** `referrer` given and `partner.website` given: their hosts can be compared. */
  referrerCompared: Count,
  /**
   * Of `referrerCompared`: neither host (lower case, leading `www.` and port removed) equals or is a
   * subdomain of the other.
   */
  referrerForeign: Count,
  /** `ip_hash` given. */
  addressKnown: Count,
  /** Of `addressKnown`: clicks in an (ip_hash, user_agent, clock hour) group of more than 20. */
  burstClicks: Count,
  /** Clicks in a (coalesce(sub_id, ''), clock minute) group of this partner of more than 20. */
  minuteBurstClicks: Count,
  /** `user_agent` given. */
  agentKnown: Count,
  /** Of `agentKnown`: `user_agent ~* '(bot|crawl|spider|headless|phantom|curl|wget|python|scrapy|httpclient)'`. */
  botAgents: Count,
  /** Clicks by UTC hour of `clicked_at`, 0 to 23. */
  hours: z.array(Count).length(24),
});
export type ClickSketch = z.infer<typeof ClickSketch>;

/** What scoring needs to know of a partner. Every partner of the programme, also those without a row above. */
export const PartnerFacts = z.object({
  partnerId: z.string().min(1),
  /** `lower(coalesce(type, ''))`. Free text is allowed: a rare type is compared with all partners. */
  type: z.string(),
  /**
   * Over the whole history up to `asOf`, which sums of days cannot say: conversions whose buyer is known (the
   * order's `customer_id`, else the visitor) and how many distinct buyers those are. Null: not counted, then
   * only repeats within a day are seen.
   */
  buyers: z.object({ known: Count, distinct: Count }).nullable().default(null),
});
export type PartnerFacts = z.infer<typeof PartnerFacts>;

/** Everything `scorePartners` reads. Order of rows is irrelevant; rows with one key are added. */
export const FraudInput = z.object({
  /** ISO 8601 UTC. Windows of 30 days are counted back from its day; rows of later days are ignored. */
  asOf: z.iso.datetime(),
  /** UTC day of the programme's earliest conversion up to `asOf`; the as-of day itself when there is none. */
  historyFrom: Day,
  partners: z.array(PartnerFacts),
  conversions: z.array(ConversionSketch),
  clicks: z.array(ClickSketch),
});
export type FraudInput = z.infer<typeof FraudInput>;
