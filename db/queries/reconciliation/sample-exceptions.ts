import { z } from 'zod';
import {
  EXCEPTION_SENTENCES,
  type ExceptionKind,
  type ReconcileException,
} from '../../../src/domain/reconciliation/reconcile-exception.ts';
import type { Queryable } from '../../client.ts';
import { ExceptionRow, toException } from './list-exceptions.ts';
import { EXCEPTIONS_SQL } from './loose-exceptions-sql.ts';

const Row = ExceptionRow.extend({ total: z.bigint().transform(Number) });

export interface ExceptionSample {
  readonly kind: ExceptionKind;
  readonly sentence: string;
  /** How many there are. */
  readonly count: number;
  /** The first of them. */
  readonly examples: readonly ReconcileException[];
}

/** Each kind of what was set aside with some examples, most first; one pass over the tables. */
export async function sampleExceptions(
  db: Queryable,
  { asOf, now, examples }: { readonly asOf: Date; readonly now: Date; readonly examples: number },
): Promise<ExceptionSample[]> {
  const { rows } = await db.query(
    `
    select * from (
      select e.*, count(*) over (partition by kind) as total,
             row_number() over (partition by kind order by order_id, line_id, conversion_id, refund_id) as place
        from (${EXCEPTIONS_SQL}) e
    ) placed
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
