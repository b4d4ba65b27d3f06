import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z
  .object({ account: z.string(), calls: z.array(z.number()), now_ms: z.number() })
  .transform(({ now_ms, ...row }) => ({ ...row, nowMs: now_ms }));
/** When calls of an account went, milliseconds by the database's clock, as far as they still count. */
export type AccountCalls = z.infer<typeof Row>;

/** Accounts that were called within the longest window of their limits. */
export async function listCalls(db: Queryable): Promise<AccountCalls[]> {
  const { rows } = await db.query(`
    select account, calls, extract(epoch from clock_timestamp())::float8 * 1000 as now_ms
      from connection_account
     order by account
  `);
  return rows.map((row) => Row.parse(row));
}
