import { z } from 'zod';
import { ExceptionKind } from '../../../src/domain/reconciliation/reconcile-exception.ts';
import type { Queryable } from '../../client.ts';
import { EXCEPTION_COUNTS_SQL } from './loose-exceptions-sql.ts';

const CountRow = z.object({ kind: ExceptionKind, count: z.bigint().transform(Number) });
export type ExceptionCount = z.infer<typeof CountRow>;

/** How many of each kind there are, most first. @param now - the clock; orders after it are in the future. */
export async function countExceptions(
  db: Queryable,
  { asOf, now }: { readonly asOf: Date; readonly now: Date },
): Promise<ExceptionCount[]> {
  const { rows } = await db.query(
    `select kind, count from (${EXCEPTION_COUNTS_SQL}) counted order by count desc, kind`,
    [asOf, now],
  );
  return rows.map((row) => CountRow.parse(row));
}
