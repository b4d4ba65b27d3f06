import { z } from 'zod';
import {
  EXCEPTION_SENTENCES,
  ExceptionKind,
  type ReconcileException,
} from '../../../src/domain/reconciliation/reconcile-exception.ts';
import type { Queryable } from '../../client.ts';
import { EXCEPTIONS_SQL } from './loose-exceptions-sql.ts';

export const ExceptionRow = z.object({
  kind: ExceptionKind,
  order_id: z.string().nullable(),
  line_id: z.string().nullable(),
  partner_id: z.string().nullable(),
  network: z.string().nullable(),
  conversion_id: z.string().nullable(),
  refund_id: z.string().nullable(),
  quantity: z.bigint().nullable(),
  expected_micros: z.bigint().nullable(),
  found_micros: z.bigint().nullable(),
  currency: z.string().nullable(),
  detail: z.string().nullable(),
});
export type ExceptionRow = z.infer<typeof ExceptionRow>;

/**
 * What was set aside, in a fixed order.
 *
 * @param kind - only these; `null` for all.
 * @param limit - at most so many, from `offset` on.
 */
export async function listExceptions(
  db: Queryable,
  {
    asOf,
    now,
    kind,
    limit,
    offset = 0,
  }: {
    readonly asOf: Date;
    readonly now: Date;
    readonly kind: ExceptionKind | null;
    readonly limit: number;
    readonly offset?: number;
  },
): Promise<ReconcileException[]> {
  const { rows } = await db.query(
    `
    select * from (${EXCEPTIONS_SQL}) e
     where $3::text is null or kind = $3
     order by kind, order_id, line_id, conversion_id, refund_id
     limit $4 offset $5
    `,
    [asOf, now, kind, limit, offset],
  );
  return rows.map((row) => toException(ExceptionRow.parse(row)));
}

/** A row of the exceptions as the doors show it. */
export function toException(row: ExceptionRow): ReconcileException {
  const money = (micros: bigint | null) =>
    micros === null || row.currency === null ? null : { micros: micros.toString(), currency: row.currency };
  return {
    kind: row.kind,
    orderId: row.order_id,
    lineId: row.line_id,
    partner: row.partner_id,
    network: row.network,
    conversionId: row.conversion_id,
    refundId: row.refund_id,
    quantity: row.quantity === null ? null : Number(row.quantity),
    expected: money(row.expected_micros),
    found: money(row.found_micros),
    detail: row.detail,
    sentence: EXCEPTION_SENTENCES[row.kind],
  };
}
