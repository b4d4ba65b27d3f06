import { z } from 'zod';
import {
  ExceptionKind,
  type ReconcileException,
} from '../../../src/domain/reconciliation/reconcile-exception.ts';
import type { Queryable } from '../../client.ts';
import { EXCEPTIONS_SQL } from './exceptions-sql.ts';

const ExceptionRow = z.object({
  kind: ExceptionKind,
  order_id: z.string().nullable(),
  line_id: z.string().nullable(),
  partner_id: z.string().nullable(),
  network: z.string().nullable(),
  conversion_id: z.string().nullable(),
  refund_id: z.string().nullable(),
  quantity: z.bigint().nullable(),
});

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
  return rows.map((row) => {
    const found = ExceptionRow.parse(row);
    return {
      kind: found.kind,
      orderId: found.order_id,
      lineId: found.line_id,
      partner: found.partner_id,
      network: found.network,
      conversionId: found.conversion_id,
      refundId: found.refund_id,
      quantity: found.quantity === null ? null : Number(found.quantity),
    };
  });
}
