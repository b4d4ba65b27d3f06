import { z } from 'zod';
import type { Queryable } from '../../client.ts';

/** UTC to the microsecond, which a Date would lose; the fixed width makes the order of texts the order of times. */
const Moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
const asMoment = (time: string): string =>
  `to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** From the first to the last site event; both null when there is none. */
export const Coverage = z.object({ since: Moment.nullable(), until: Moment.nullable() });
export type Coverage = z.infer<typeof Coverage>;

/** What the site events span now. */
export async function readCoverage(db: Queryable): Promise<Coverage> {
  const { rows } = await db.query(
    `
    select ${asMoment('min(occurred_at)')} as since, ${asMoment('max(occurred_at)')} as until
      from site_event
    `,
  );
  return Coverage.parse(rows[0]);
}

/** What they spanned when the stored sketches were computed, or `null` before the first refresh. */
export async function storedCoverage(db: Queryable): Promise<Coverage | null> {
  const { rows } = await db.query(
    `select ${asMoment('since')} as since, ${asMoment('until')} as until from fraud_coverage`,
  );
  return rows[0] ? Coverage.parse(rows[0]) : null;
}

/** Remembers the span that the sketches written in this transaction were computed with. */
export async function storeCoverage(transaction: Queryable, { since, until }: Coverage): Promise<void> {
  await transaction.query(
    `
    insert into fraud_coverage (since, until) values ($1, $2)
    on conflict (coverage_id) do update set since = excluded.since, until = excluded.until
    `,
    [since, until],
  );
}
