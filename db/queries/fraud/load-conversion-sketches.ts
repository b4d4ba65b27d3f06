import { z } from 'zod';
import { ConversionSketch } from '../../../src/domain/fraud/sketch.ts';
import { TTC_BIN_COUNT } from '../../../src/domain/fraud/ttc-bins.ts';
import type { Queryable } from '../../client.ts';
import { conversionSketchSql } from './conversion-sketch-sql.ts';
import type { Coverage } from './coverage.ts';
import { PICKED_CONVERSION } from './judged-conversions-sql.ts';
import { sumArray, sumColumns } from './sum-columns.ts';

const KEY = ['partnerId', 'day', 'network', 'device', 'customerType', 'currency'];
const SUMS = Object.keys(ConversionSketch.shape).filter(
  (field) => !KEY.includes(field) && field !== 'ttcHistogram',
);

const LAST_DAY = conversionSketchSql(`
      select ${PICKED_CONVERSION}, (converted_at at time zone 'UTC')::date as day
        from conversion
       where converted_at >= ($3::timestamptz at time zone 'UTC')::date::timestamp at time zone 'UTC'
         and converted_at <= $3`);

/**
 * The conversion sketches up to `asOf`, days added up except across the days named.
 *
 * @param firstDays - days that must not be added to the day before, in order.
 */
export async function loadConversionSketches(
  db: Queryable,
  {
    asOf,
    firstDays,
    coverage,
  }: { readonly asOf: Date; readonly firstDays: readonly string[]; readonly coverage: Coverage },
): Promise<ConversionSketch[]> {
  const { rows } = await db.query(
    `
    with cell as (
      select * from fraud_conversion_sketch where day < ($3::timestamptz at time zone 'UTC')::date
      union all
      select * from (${LAST_DAY}) last_day
    )
    select partner_id as "partnerId", min(day) as day, network, device, customer_type as "customerType", currency,
           ${sumColumns(SUMS)},
           ${sumArray('ttcHistogram', TTC_BIN_COUNT)}
      from cell
     group by partner_id, network, device, customer_type, currency, width_bucket(day, $4::date[])
    `,
    [coverage.since, coverage.until, asOf, firstDays],
  );
  return z.array(ConversionSketch).parse(rows);
}
