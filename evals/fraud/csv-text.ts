import type { PartnerRows } from './rows.ts';
import type { Scenario } from './scenario.ts';
import { codeOwners } from './simulate-programme.ts';

/** Header lines of the generic CSV kinds that the simulator writes. */
export const CSV_HEADERS = {
  partners: 'partner_id,name,type,network,status,website',
  codes: 'code,kind,owner_partner_id',
  clicks: 'click_id,partner_id,sub_id,visitor_id,clicked_at,referrer,user_agent,ip_hash,device',
  site_events: 'visitor_id,occurred_at,event,sku',
  conversions:
    'conversion_id,network,partner_id,sub_id,order_id,click_id,clicked_at,converted_at,amount,commission,currency,status,code,customer_type,device',
  orders: 'order_id,customer_id,visitor_id,ordered_at,line_id,sku,quantity,unit_price,discount,currency',
} as const;
export type CsvKind = keyof typeof CSV_HEADERS;

/** One partner's rows as lines of each kind. Nothing simulated holds a comma or a quote. */
export function csvLines({
  partner,
  clicks,
  siteEvents,
  conversions,
  orders,
}: PartnerRows): Record<CsvKind, string[]> {
  return {
    partners: [
      [
        partner.partnerId,
        `Partner ${partner.partnerId}`,
        partner.type,
        partner.network,
        'active',
        partner.website,
      ].join(','),
    ],
    codes: [],
    clicks: clicks.map((row) =>
      [
        row.clickId,
        row.partnerId,
        row.subId,
        row.visitorId,
        time(row.clickedAt),
        row.referrer,
        row.userAgent,
        row.ipHash,
        row.device,
      ].join(','),
    ),
    site_events: siteEvents
      .filter(({ visitorId }) => visitorId !== '')
      .map((row) => [row.visitorId, time(row.occurredAt), row.event, ''].join(',')),
    conversions: conversions.map((row) =>
      [
        row.conversionId,
        row.network,
        row.partnerId,
        '',
        row.orderId,
        row.clickId,
        row.clickedAt === null ? '' : time(row.clickedAt),
        time(row.convertedAt),
        money(row.amountMicros),
        money(row.commissionMicros),
        row.currency,
        row.status,
        row.code,
        row.customerType,
        row.device,
      ].join(','),
    ),
    orders: orders.map((row) =>
      [
        row.orderId,
        row.customerId,
        row.visitorId,
        time(row.orderedAt),
        '1',
        'SKU1',
        '1',
        money(row.amountMicros),
        '0',
        row.currency,
      ].join(','),
    ),
  };
}

/** Lines of the codes file. */
export function codeLines(scenario: Scenario): string[] {
  return [...codeOwners(scenario)].map(
    ([code, owner]) => `${code},${owner === '' ? 'public' : 'partner-exclusive'},${owner}`,
  );
}

function time(at: number): string {
  return new Date(at).toISOString();
}

function money(micros: bigint): string {
  return (Number(micros) / 1_000_000).toFixed(6);
}
