import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const WaitingRow = z.object({
  kind: z.string(),
  currency: z.string().nullable(),
  count: z.int(),
  /** numeric as text: a sum of bigint has no fixed size. */
  micros: z
    .string()
    .regex(/^-?\d+$/)
    .nullable(),
});
export type WaitingRow = z.infer<typeof WaitingRow>;

/** Pending proposals and their money, by kind and currency. Currencies are never added. */
export async function countWaiting(db: Queryable): Promise<WaitingRow[]> {
  const { rows } = await db.query(
    `
    select kind, currency, count(*)::int, sum(money_micros)::text as micros
      from proposal
     where status = 'pending'
     group by kind, currency
     order by kind, currency
    `,
  );
  return rows.map((row) => WaitingRow.parse(row));
}
