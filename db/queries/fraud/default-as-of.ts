import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const LastDayRow = z.object({ day: z.iso.date().nullable() });

/**
 * The moment that fraud is scored at when nobody names one: now, or the end of the last day with a conversion
 * when that is earlier.
 *
 * Windows are counted back from it, so data that ends last year must not be looked at from today.
 */
export async function defaultAsOf(db: Queryable, now: Date): Promise<Date> {
  const { rows } = await db.query(
    "select max(day) as day from fraud_conversion_sketch where day <= ($1::timestamptz at time zone 'UTC')::date",
    [now],
  );
  const { day } = LastDayRow.parse(rows[0]);
  if (day === null) return now;
  const endOfDay = new Date(`${day}T23:59:59.999Z`);
  return endOfDay < now ? endOfDay : now;
}
