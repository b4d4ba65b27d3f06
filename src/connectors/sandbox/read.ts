import type { Queryable } from '../../../db/client.ts';
import { findDelivery } from '../../../db/queries/deliveries/find-delivery.ts';
import type { DeliveryRow } from '../../../db/queries/deliveries/insert-delivery.ts';
import type { Receipt } from '../../domain/deliveries/delivery-target.ts';

/** What the sandbox network took under an idempotency key, or `null`. */
export async function readSandboxReceipt(db: Queryable, idempotencyKey: string): Promise<Receipt | null> {
  const found = await findDelivery(db, idempotencyKey);
  return found === null ? null : sandboxReceipt(found);
}

/** A receipt as the sandbox network answers it. */
export function sandboxReceipt(row: DeliveryRow): Receipt {
  return {
    receivedAt: row.arrived_at,
    body: { deliveryId: row.delivery_id, kind: row.kind, simulated: true },
  };
}
