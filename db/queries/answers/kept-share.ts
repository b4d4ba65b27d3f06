import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ tracked_micros: z.bigint(), reversed_micros: z.bigint(), conversions: z.int() });

export interface KeptShare {
  /** Share of tracked commission that was not reversed, basis points; null when nothing was tracked. */
  readonly keptBps: number | null;
  readonly conversions: number;
}

/**
 * One less the reversal rate, on complete windows only: orders of the year that are older than the return window.
 *
 * @param partnerId - null for the whole programme.
 */
export async function keptShare(
  db: Queryable,
  {
    partnerId,
    currency,
    asOf,
    returnWindowDays,
  }: {
    readonly partnerId: string | null;
    readonly currency: string;
    readonly asOf: Date;
    readonly returnWindowDays: number;
  },
): Promise<KeptShare> {
  const { rows } = await db.query(
    `
    select coalesce(sum(commission_micros), 0)::bigint as tracked_micros,
           coalesce(sum(commission_micros) filter (where status in ('reversed', 'reversed-provisional')), 0)::bigint
             as reversed_micros,
           count(*)::int as conversions
      from conversion
     where ($1::text is null or partner_id = $1) and currency = $2 and commission_micros > 0
       and converted_at <= $3::timestamptz - make_interval(days => $4)
       and converted_at > $3::timestamptz - interval '365 days'
    `,
    [partnerId, currency, asOf, returnWindowDays],
  );
  const { tracked_micros: tracked, reversed_micros: reversed, conversions } = Row.parse(rows[0]);
  return {
    keptBps: tracked === 0n ? null : Number(((tracked - reversed) * 10_000n) / tracked),
    conversions,
  };
}
