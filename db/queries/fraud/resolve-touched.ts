import type { Queryable } from '../../client.ts';

/**
 * Turns all marks on visitors, orders, clicks, codes and partners into marks on partner-days.
 *
 * A conversion or click that is committed later is missed here and carries a mark of its own.
 */
export async function resolveTouched(transaction: Queryable): Promise<void> {
  await transaction.query(
    'create temp table fraud_key (kind text, key text, since timestamptz, until timestamptz) on commit drop',
  );
  await transaction.query(
    `
    with taken as (
      delete from fraud_touched returning kind, key, since, until
    )
    insert into fraud_key
    select kind, key, min(since), max(until) from taken group by kind, key
    `,
  );
  await transaction.query('analyze fraud_key');
  await transaction.query(
    `
    with reached as (
      select conversion.partner_id, conversion.converted_at
        from fraud_key
        join conversion on conversion.order_id = fraud_key.key
       where kind = 'order'
      union all
      select conversion.partner_id, conversion.converted_at
        from fraud_key
        join conversion on conversion.click_id = fraud_key.key
       where kind = 'click'
      union all
      select conversion.partner_id, conversion.converted_at
        from fraud_key
        join conversion on upper(btrim(conversion.code)) = upper(btrim(fraud_key.key))
       where kind = 'code' and conversion.code is not null
      union all
      select conversion.partner_id, conversion.converted_at
        from fraud_key
        join click on click.visitor_id = fraud_key.key
        join conversion on conversion.click_id = click.click_id and conversion.partner_id = click.partner_id
         -- Only a basket of the half hour before counts.
         and coalesce(conversion.clicked_at, click.clicked_at)
             between fraud_key.since and fraud_key.until + interval '30 minutes'
       where kind = 'visitor'
      union all
      select conversion.partner_id, conversion.converted_at
        from fraud_key
        join order_line on order_line.visitor_id = fraud_key.key
        join conversion on conversion.order_id = order_line.order_id
       where kind = 'visitor'
    )
    insert into fraud_dirty (partner_id, day, clicks, conversions, named_by)
    select distinct partner_id, (converted_at at time zone 'UTC')::date, false, true, false from reached
    `,
  );
  await transaction.query(
    `
    insert into fraud_dirty (partner_id, day, clicks, conversions, named_by)
    select distinct click.partner_id, (click.clicked_at at time zone 'UTC')::date, true, false, false
      from fraud_key
      join click on click.visitor_id = fraud_key.key
       and click.clicked_at between fraud_key.since - interval '30 minutes' and fraud_key.until
     where kind = 'visitor'
    union all
    select sketch.partner_id, sketch.day, true, false, false
      from fraud_key
      join fraud_click_sketch sketch on sketch.partner_id = fraud_key.key
     where kind = 'partner'
    `,
  );
}
