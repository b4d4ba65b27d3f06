import type { Queryable } from '../../client.ts';

/**
 * Moves up to `partnerDaysMax` marked partner-days into the temporary table `fraud_day`, all marks of each.
 *
 * Days on which a conversion names a click of a marked day come along, so there may be more.
 *
 * @returns the number of partner-days taken; 0 means that nothing was marked.
 */
export async function takeDirtyDays(transaction: Queryable, partnerDaysMax: number): Promise<number> {
  await transaction.query(
    `
    create temp table fraud_day (
      partner_id text, day date, clicks boolean, conversions boolean, named_by boolean
    ) on commit drop
    `,
  );
  // It was empty when anybody last looked; planned for nothing, the join would try every pair.
  await transaction.query('analyze fraud_dirty');
  const { rowCount } = await transaction.query(
    `
    with chosen as materialized (
      select distinct partner_id, day from fraud_dirty limit $1
    ),
    taken as (
      delete from fraud_dirty
       using chosen
       where fraud_dirty.partner_id = chosen.partner_id and fraud_dirty.day = chosen.day
      returning fraud_dirty.*
    )
    insert into fraud_day
    select partner_id, day, bool_or(clicks), bool_or(conversions), bool_or(named_by)
      from taken
     group by partner_id, day
    `,
    [partnerDaysMax],
  );
  if (!rowCount) return 0;
  await transaction.query('analyze fraud_day');
  const reached = await transaction.query(
    `
    insert into fraud_day
    select distinct conversion.partner_id, (conversion.converted_at at time zone 'UTC')::date, false, true, false
      from fraud_day
      join click on click.partner_id = fraud_day.partner_id
       and click.clicked_at >= fraud_day.day::timestamp at time zone 'UTC'
       and click.clicked_at < (fraud_day.day + 1)::timestamp at time zone 'UTC'
      join conversion on conversion.partner_id = click.partner_id and conversion.click_id = click.click_id
     where fraud_day.named_by
    `,
  );
  await transaction.query('analyze fraud_day');
  return rowCount + (reached.rowCount ?? 0);
}
