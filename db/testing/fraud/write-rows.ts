import type { Queryable } from '../../client.ts';
import type {
  ClickRow,
  CodeRow,
  ConversionRow,
  OrderRow,
  PartnerRow,
  ProgrammeRows,
  SiteEventRow,
} from './programme-rows.ts';

/** Writes rows into the tables and into `rows`, over those with the same key: what an import does. */
export function rowWriter(db: Queryable, rows: ProgrammeRows) {
  return {
    click: async (row: ClickRow): Promise<void> => {
      rows.clicks.set([row.partnerId, row.clickId, row.clickedAt.getTime()].join('|'), row);
      await db.query(
        `
        insert into click (partner_id, click_id, sub_id, visitor_id, clicked_at, referrer, user_agent, ip_hash, device)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (partner_id, click_id, clicked_at) do update
           set (sub_id, visitor_id, referrer, user_agent, ip_hash, device)
             = (excluded.sub_id, excluded.visitor_id, excluded.referrer, excluded.user_agent, excluded.ip_hash, excluded.device)
        `,
        Object.values(row),
      );
    },
    conversion: async (row: ConversionRow): Promise<void> => {
      rows.conversions.set([row.network, row.conversionId].join('|'), row);
      // A network's id names one conversion, whose partner or time may be corrected later.
      await db.query(
        `
        delete from conversion
         where network = $1 and conversion_id = $2 and (partner_id <> $3 or converted_at <> $4)
        `,
        [row.network, row.conversionId, row.partnerId, row.convertedAt],
      );
      await db.query(
        `
        insert into conversion (partner_id, network, conversion_id, order_id, click_id, clicked_at, converted_at,
                                lapse_seconds, commission_micros, currency, status, code, customer_type, device,
                                amount_micros, status_raw)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, $11)
        on conflict (partner_id, network, conversion_id, converted_at) do update
           set (order_id, click_id, clicked_at, lapse_seconds, commission_micros, currency, status, code, customer_type, device)
             = (excluded.order_id, excluded.click_id, excluded.clicked_at, excluded.lapse_seconds,
                excluded.commission_micros, excluded.currency, excluded.status, excluded.code,
                excluded.customer_type, excluded.device)
        `,
        Object.values(row),
      );
    },
    siteEvent: async (row: SiteEventRow): Promise<void> => {
      rows.siteEvents.set([row.visitorId, row.occurredAt.getTime(), row.event].join('|'), row);
      await db.query(
        'insert into site_event (visitor_id, occurred_at, event) values ($1, $2, $3) on conflict do nothing',
        Object.values(row),
      );
    },
    order: async (row: OrderRow): Promise<void> => {
      rows.orders.set(row.orderId, row);
      await db.query(
        `
        insert into order_line (order_id, line_id, customer_id, visitor_id, ordered_at, quantity, unit_price_micros, currency)
        values ($1, '1', $2, $3, '2026-03-01', 1, 0, 'GBP')
        on conflict (order_id, line_id) do update
           set (customer_id, visitor_id) = (excluded.customer_id, excluded.visitor_id)
        `,
        Object.values(row),
      );
    },
    code: async (row: CodeRow): Promise<void> => {
      rows.codes.set(row.code, row);
      await db.query(
        `
        insert into code (code, owner_partner_id) values ($1, $2)
        on conflict (code) do update set owner_partner_id = excluded.owner_partner_id
        `,
        Object.values(row),
      );
    },
    partner: async (row: PartnerRow): Promise<void> => {
      rows.partners.set(row.partnerId, row);
      await db.query(
        `
        insert into partner (partner_id, name, website) values ($1, $1, $2)
        on conflict (partner_id) do update set website = excluded.website
        `,
        Object.values(row),
      );
    },
  };
}
export type RowWriter = ReturnType<typeof rowWriter>;
