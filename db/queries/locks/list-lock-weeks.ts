import { z } from 'zod';
import type { LockRules } from '../../../src/domain/networks/locks/lock-rule.ts';
import type { Queryable } from '../../client.ts';
import { EARLY_SQL } from './early-sql.ts';

const Count = z.bigint().transform(Number);
const WeekRow = z
  .object({
    network: z.string(),
    currency: z.string(),
    week: z.string(),
    first_locks_at: z.date(),
    last_locks_at: z.date(),
    lines: Count,
    partners: Count,
    micros: z.bigint(),
  })
  .transform(({ first_locks_at, last_locks_at, ...row }) => ({
    ...row,
    firstLocksAt: first_locks_at,
    lastLocksAt: last_locks_at,
  }));
/** What a network locks too early within one ISO week. */
export type LockWeek = z.infer<typeof WeekRow>;

/** Weeks whose first lock is at most so many days ahead; the soonest first, then most money. */
export async function listLockWeeks(
  db: Queryable,
  {
    asOf,
    rules,
    daysAhead,
    limit,
  }: {
    readonly asOf: Date;
    readonly rules: LockRules;
    readonly daysAhead: number;
    readonly limit: number;
  },
): Promise<LockWeek[]> {
  const { rows } = await db.query(
    `
    with ${EARLY_SQL}
    select network, currency, week, min(locks_at) as first_locks_at, max(locks_at) as last_locks_at,
           count(*) as lines, count(distinct partner_id) as partners, sum(micros)::bigint as micros
      from early
     group by network, currency, week
    having min(locks_at) <= $1::timestamptz + make_interval(hours => 24 * $3)
     order by min(locks_at), sum(micros) desc, network
     limit $4
    `,
    [asOf, JSON.stringify(rules), daysAhead, limit],
  );
  return rows.map((row) => WeekRow.parse(row));
}
