import { z } from 'zod';
import type { Queryable } from '../../client.ts';

export const DeliveryRow = z.object({
  delivery_id: z.string(),
  idempotency_key: z.string(),
  proposal_id: z.string(),
  kind: z.string(),
  arrived_at: z.date(),
});
export type DeliveryRow = z.infer<typeof DeliveryRow>;

export const DELIVERY_COLUMNS = 'delivery_id, idempotency_key, proposal_id, kind, arrived_at';

/** What the sandbox network writes when something arrives; `null` when the key is known already: nothing is written. */
export async function insertDelivery(
  db: Queryable,
  {
    idempotencyKey,
    proposalId,
    kind,
    body,
  }: {
    readonly idempotencyKey: string;
    readonly proposalId: string;
    readonly kind: string;
    /** JSON values only. */
    readonly body: unknown;
  },
): Promise<DeliveryRow | null> {
  const { rows } = await db.query(
    `
    insert into sandbox_delivery (idempotency_key, proposal_id, kind, body)
    values ($1, $2, $3, $4)
        on conflict (idempotency_key) do nothing
    returning ${DELIVERY_COLUMNS}
    `,
    [idempotencyKey, proposalId, kind, JSON.stringify(body)],
  );
  return rows[0] ? DeliveryRow.parse(rows[0]) : null;
}
