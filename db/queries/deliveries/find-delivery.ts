import type { Queryable } from '../../client.ts';
import { DELIVERY_COLUMNS, DeliveryRow } from './insert-delivery.ts';

/** What the sandbox network keeps under an idempotency key, or `null`. */
export async function findDelivery(db: Queryable, idempotencyKey: string): Promise<DeliveryRow | null> {
  const { rows } = await db.query(
    `select ${DELIVERY_COLUMNS} from sandbox_delivery where idempotency_key = $1`,
    [idempotencyKey],
  );
  return rows[0] ? DeliveryRow.parse(rows[0]) : null;
}
