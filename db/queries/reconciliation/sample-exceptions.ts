import { z } from 'zod';
import {
  EXCEPTION_SENTENCES,
  type ExceptionKind,
  type ReconcileException,
} from '../../../src/domain/reconciliation/reconcile-exception.ts';
import type { Queryable } from '../../client.ts';
import { ExceptionRow, toException } from './list-exceptions.ts';
import { EXCEPTION_COUNTS_SQL, LOOSE_EXCEPTIONS_SQL } from './loose-exceptions-sql.ts';

const Row = ExceptionRow.extend({ total: z.bigint().transform(Number) });

export interface ExceptionSample {
  readonly kind: ExceptionKind;
  readonly sentence: string;
  /** How many there are. */
  readonly count: number;
  /** The first of them. */
  readonly examples: readonly ReconcileException[];
}

/** Each kind of what was set aside with some examples, most first: kept ones by their counts and an index, without reading the rest. */
export async function sampleExceptions(
  db: Queryable,
  { asOf, now, examples }: { readonly asOf: Date; readonly now: Date; readonly examples: number },
): Promise<ExceptionSample[]> {
  const { rows } = await db.query(
    `
    with counted as materialized (${EXCEPTION_COUNTS_SQL}),
    kept as (
      select e.*
        from counted
        cross join lateral (
          select * from reconciliation_exception
           where reconciliation_exception.kind = counted.kind
           order by order_id, line_id, conversion_id, refund_id
           limit $3
        ) e
    )
    select placed.*, counted.count as total
      from (
        select e.*, row_number() over (partition by kind order by order_id, line_id, conversion_id, refund_id) as place
          from (select * from kept union all ${LOOSE_EXCEPTIONS_SQL}) e
      ) placed
      join counted using (kind)
     where place <= $3
     order by total desc, kind, place
    `,
    [asOf, now, examples],
  );
  const found = rows.map((row) => Row.parse(row));
  return [...Map.groupBy(found, ({ kind }) => kind)].map(([kind, members]) => ({
    kind,
    sentence: EXCEPTION_SENTENCES[kind],
    count: members[0]?.total ?? 0,
    examples: members.map(toException),
  }));
}
