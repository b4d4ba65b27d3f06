import { z } from 'zod';
import { PartnerFacts } from '../../../src/domain/fraud/sketch.ts';
import type { Queryable } from '../../client.ts';
import { conversionSketchSql } from './conversion-sketch-sql.ts';
import type { Coverage } from './coverage.ts';
import { PICKED_CONVERSION } from './judged-conversions-sql.ts';

const LAST_DAY = conversionSketchSql(`
      select ${PICKED_CONVERSION}, (converted_at at time zone 'UTC')::date as day
        from conversion
       where converted_at >= ($3::timestamptz at time zone 'UTC')::date::timestamp at time zone 'UTC'
         and converted_at <= $3`);

/** Every partner of the programme, and every id that a click or conversion names without one, with its buyers up to `asOf`. */
export async function loadPartnerFacts(
  db: Queryable,
  { asOf, coverage }: { readonly asOf: Date; readonly coverage: Coverage },
): Promise<PartnerFacts[]> {
  const { rows } = await db.query(
    `
    with cell as (
      select partner_id, buyers from fraud_conversion_sketch
       where day < ($3::timestamptz at time zone 'UTC')::date
      union all
      select partner_id, buyers from (${LAST_DAY}) last_day
    ),
    buyer as (
      select partner_id, count(*)::int as known, count(distinct buyer)::int as distinct_ones
        from cell, unnest(buyers) as buyer
       group by partner_id
    ),
    named as (
      select partner_id, type from partner
      union all select distinct partner_id, null from fraud_conversion_sketch
      union all select distinct partner_id, null from fraud_click_sketch
    )
    select named.partner_id as "partnerId", lower(coalesce(min(named.type), '')) as type,
           jsonb_build_object('known', coalesce(min(buyer.known), 0), 'distinct', coalesce(min(buyer.distinct_ones), 0))
             as buyers
      from named
      left join buyer using (partner_id)
     group by named.partner_id
     order by named.partner_id collate "C"
    `,
    [coverage.since, coverage.until, asOf],
  );
  return z.array(PartnerFacts).parse(rows);
}
