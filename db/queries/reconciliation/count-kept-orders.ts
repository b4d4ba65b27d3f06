import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ orders: z.bigint().transform(Number) });

/** Orders in the kept reconciliation. */
export async function countKeptOrders(db: Queryable): Promise<number> {
  const { rows } = await db.query('select count(distinct order_id) as orders from reconciliation_line');
  return Row.parse(rows[0]).orders;
}
