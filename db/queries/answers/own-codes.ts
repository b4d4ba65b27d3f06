import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  code: z.string(),
  percent_off: z.string().nullable(),
  amount_off_micros: z.bigint().nullable(),
  currency: z.string().nullable(),
  ends_at: z.date().nullable(),
  is_live: z.boolean(),
});
export type OwnCode = z.infer<typeof Row>;

const CODES_MAX = 20;

/** The codes that belong to one partner, live ones first. */
export async function ownCodes(db: Queryable, partnerId: string, at: Date): Promise<OwnCode[]> {
  const { rows } = await db.query(
    `
    select code, percent_off::text, amount_off_micros, currency, ends_at,
           (starts_at is null or starts_at <= $2) and (ends_at is null or ends_at > $2) as is_live
      from code
     where owner_partner_id = $1
     order by is_live desc, ends_at desc nulls first, code
     limit $3
    `,
    [partnerId, at, CODES_MAX],
  );
  return rows.map((row) => Row.parse(row));
}
