import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  clicks_lately: z.int(),
  clicks_before: z.int(),
  sales_lately: z.int(),
  sales_before: z.int(),
  last_click_at: z.date().nullable(),
  last_sale_at: z.date().nullable(),
});

/** One partner's traffic: the seven days before `asOf`, and the four weeks before those. */
export interface TrafficLately {
  readonly clicksLately: number;
  /** Clicks in seven days, as the mean of the four weeks before. */
  readonly clicksUsually: number;
  readonly salesLately: number;
  readonly salesUsually: number;
  /** Null when there was none in ninety days. */
  readonly lastClickAt: Date | null;
  readonly lastSaleAt: Date | null;
}

const WEEKS_BEFORE = 4;

/** What this partner's clicks and sales did lately. */
export async function trafficLately(db: Queryable, partnerId: string, asOf: Date): Promise<TrafficLately> {
  const { rows } = await db.query(
    `
    select c.*, s.*
      from (
        select count(*) filter (where clicked_at > $2::timestamptz - interval '7 days')::int as clicks_lately,
               count(*) filter (where clicked_at <= $2::timestamptz - interval '7 days'
                                  and clicked_at > $2::timestamptz - interval '35 days')::int as clicks_before,
               max(clicked_at) as last_click_at
          from click
         where partner_id = $1 and clicked_at > $2::timestamptz - interval '90 days' and clicked_at <= $2
      ) c, (
        select count(*) filter (where converted_at > $2::timestamptz - interval '7 days')::int as sales_lately,
               count(*) filter (where converted_at <= $2::timestamptz - interval '7 days'
                                  and converted_at > $2::timestamptz - interval '35 days')::int as sales_before,
               max(converted_at) as last_sale_at
          from conversion
         where partner_id = $1 and converted_at > $2::timestamptz - interval '90 days' and converted_at <= $2
      ) s
    `,
    [partnerId, asOf],
  );
  const row = Row.parse(rows[0]);
  return {
    clicksLately: row.clicks_lately,
    clicksUsually: Math.round(row.clicks_before / WEEKS_BEFORE),
    salesLately: row.sales_lately,
    salesUsually: Math.round(row.sales_before / WEEKS_BEFORE),
    lastClickAt: row.last_click_at,
    lastSaleAt: row.last_sale_at,
  };
}
