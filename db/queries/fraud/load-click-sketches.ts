import { z } from 'zod';
import { ClickSketch } from '../../../src/domain/fraud/sketch.ts';
import type { Queryable } from '../../client.ts';
import { clickSketchSql, PICKED_CLICK } from './click-sketch-sql.ts';
import type { Coverage } from './coverage.ts';
import { sumArray, sumColumns } from './sum-columns.ts';

const SUMS = Object.keys(ClickSketch.shape).filter((field) => !['partnerId', 'day', 'hours'].includes(field));

const LAST_DAY = clickSketchSql(`
      select ${PICKED_CLICK}, (clicked_at at time zone 'UTC')::date as day
        from click
       where clicked_at >= ($3::timestamptz at time zone 'UTC')::date::timestamp at time zone 'UTC'
         and clicked_at <= $3`);

/**
 * The click sketches up to `asOf`, one row a partner, and one more for a partner with clicks on `apartDay`.
 *
 * @param apartDay - the last day with clicks, so that the days with clicks can still be told.
 */
export async function loadClickSketches(
  db: Queryable,
  {
    asOf,
    apartDay,
    coverage,
  }: { readonly asOf: Date; readonly apartDay: string; readonly coverage: Coverage },
): Promise<ClickSketch[]> {
  const { rows } = await db.query(
    `
    with cell as (
      select * from fraud_click_sketch where day < ($3::timestamptz at time zone 'UTC')::date
      union all
      select * from (${LAST_DAY}) last_day
    )
    select partner_id as "partnerId", min(day) as day,
           ${sumColumns(SUMS)},
           ${sumArray('hours', 24)}
      from cell
     group by partner_id, day = $4::date
    `,
    [coverage.since, coverage.until, asOf, apartDay],
  );
  return z.array(ClickSketch).parse(rows);
}
