import { z } from 'zod';
import { Day } from '../../../src/domain/fraud/sketch.ts';
import type { Queryable } from '../../client.ts';

const ScoringSpan = z.object({
  /** Day of the earliest conversion, null when there is none. */
  historyFrom: Day.nullable(),
  /** Days of the earliest and the latest click, null when there is none. */
  clicksFrom: Day.nullable(),
  clicksTo: Day.nullable(),
});
export type ScoringSpan = z.infer<typeof ScoringSpan>;

/** The days that hold anything up to `asOf`. */
export async function scoringSpan(db: Queryable, asOf: Date): Promise<ScoringSpan> {
  const { rows } = await db.query(
    `
    with moment as (
      select $1::timestamptz as as_of, ($1::timestamptz at time zone 'UTC')::date as day
    ),
    conversion_day as (
      select min(sketch.day) as first from fraud_conversion_sketch sketch, moment where sketch.day < moment.day
      union all
      select moment.day from moment
       where exists (select from conversion
                      where converted_at between (moment.day::timestamp at time zone 'UTC') and moment.as_of)
    ),
    click_day as (
      select min(sketch.day) as first, max(sketch.day) as last
        from fraud_click_sketch sketch, moment where sketch.day < moment.day
      union all
      select moment.day, moment.day from moment
       where exists (select from click
                      where clicked_at between (moment.day::timestamp at time zone 'UTC') and moment.as_of)
    )
    select (select min(first) from conversion_day) as "historyFrom",
           (select min(first) from click_day) as "clicksFrom",
           (select max(last) from click_day) as "clicksTo"
    `,
    [asOf],
  );
  return ScoringSpan.parse(rows[0]);
}
