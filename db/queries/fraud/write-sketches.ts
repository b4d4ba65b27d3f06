import { z } from 'zod';
import type { Queryable } from '../../client.ts';
import { clickSketchSql, PICKED_CLICK } from './click-sketch-sql.ts';
import { conversionSketchSql } from './conversion-sketch-sql.ts';
import type { Coverage } from './coverage.ts';
import { PICKED_CONVERSION } from './judged-conversions-sql.ts';

const START = "fraud_day.day::timestamp at time zone 'UTC'";
const END = "(fraud_day.day + 1)::timestamp at time zone 'UTC'";

const CONVERSIONS_OF_DAYS = `
      select ${PICKED_CONVERSION}, day
        from (select distinct partner_id, day from fraud_day where conversions) fraud_day
        join conversion on conversion.partner_id = fraud_day.partner_id
         and conversion.converted_at >= ${START} and conversion.converted_at < ${END}`;

const CLICKS_OF_DAYS = `
      select ${PICKED_CLICK}, day
        from (select distinct partner_id, day from fraud_day where clicks) fraud_day
        join click on click.partner_id = fraud_day.partner_id
         and click.clicked_at >= ${START} and click.clicked_at < ${END}`;

/** Computes the partner-days in `fraud_day` again from their rows. */
export async function rewriteDays(transaction: Queryable, { since, until }: Coverage): Promise<void> {
  await transaction.query(
    `
    delete from fraud_conversion_sketch sketch using fraud_day
     where fraud_day.conversions and sketch.partner_id = fraud_day.partner_id and sketch.day = fraud_day.day
    `,
  );
  await transaction.query(
    `
    delete from fraud_click_sketch sketch using fraud_day
     where fraud_day.clicks and sketch.partner_id = fraud_day.partner_id and sketch.day = fraud_day.day
    `,
  );
  await transaction.query(`insert into fraud_conversion_sketch ${conversionSketchSql(CONVERSIONS_OF_DAYS)}`, [
    since,
    until,
  ]);
  await transaction.query(`insert into fraud_click_sketch ${clickSketchSql(CLICKS_OF_DAYS)}`, [since, until]);
}

/** Computes every conversion sketch from its rows. */
export async function rewriteAllConversions(
  transaction: Queryable,
  { since, until }: Coverage,
): Promise<void> {
  await transaction.query('delete from fraud_conversion_sketch');
  await transaction.query(
    `insert into fraud_conversion_sketch ${conversionSketchSql(
      `select ${PICKED_CONVERSION}, (converted_at at time zone 'UTC')::date as day from conversion`,
    )}`,
    [since, until],
  );
}

/** Computes every click sketch from its rows. */
export async function rewriteAllClicks(transaction: Queryable, { since, until }: Coverage): Promise<void> {
  await transaction.query('delete from fraud_click_sketch');
  // Month by month, so that what is sorted stays small however long the history is.
  for (const [from, to] of await clickMonths(transaction)) {
    await transaction.query(
      `insert into fraud_click_sketch ${clickSketchSql(
        `select ${PICKED_CLICK}, (clicked_at at time zone 'UTC')::date as day
           from click
          where clicked_at >= '${from}T00:00:00Z' and clicked_at < '${to}T00:00:00Z'`,
      )}`,
      [since, until],
    );
  }
}

const Month = z.object({ first_day: z.iso.date(), next_first_day: z.iso.date() });

/** First days of the months from the earliest click to the latest, each with that of the month after. */
async function clickMonths(db: Queryable): Promise<[string, string][]> {
  const { rows } = await db.query(
    `
    select month::date as first_day, (month + interval '1 month')::date as next_first_day
      from (select min(clicked_at at time zone 'UTC') as earliest, max(clicked_at at time zone 'UTC') as latest
              from click) span,
           generate_series(date_trunc('month', earliest), latest, interval '1 month') month
     order by month
    `,
  );
  return z
    .array(Month)
    .parse(rows)
    .map((month) => [month.first_day, month.next_first_day]);
}
