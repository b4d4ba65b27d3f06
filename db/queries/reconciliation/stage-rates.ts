import type { Queryable } from '../../client.ts';

/** The agreed rates as spans that do not overlap, into `staged_rate`: where two hold, the one that began later. */
export async function stageRates(db: Queryable): Promise<void> {
  await db.query(`
    create temp table staged_rate on commit drop as
    select span.partner_id, span.sku_group, span.since, span.until, r.rate_bps
      from (
        select partner_id, sku_group, at as since,
               coalesce(lead(at) over (partition by partner_id, sku_group order by at), 'infinity') as until
          from (
            select partner_id, sku_group, starts_at as at from rate
            union
            select partner_id, sku_group, ends_at from rate where ends_at is not null
          ) turns
      ) span
      join lateral (
        select rate_bps from rate
         where partner_id = span.partner_id and sku_group = span.sku_group and starts_at <= span.since
           and (ends_at is null or ends_at > span.since)
         order by starts_at desc
         limit 1
      ) r on true
  `);
  await db.query('analyze staged_rate');
}
