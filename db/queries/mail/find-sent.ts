import { z } from 'zod';
import type { Receipt } from '../../../src/domain/deliveries/delivery-target.ts';
import type { Queryable } from '../../client.ts';

const SentRow = z.object({
  sent_at: z.date(),
  message_id: z.string().nullable(),
  to_addresses: z.array(z.string()),
});

/** The mail that left for an action, as its receipt; `null` when none is known to have. */
export async function findSent(db: Queryable, actionId: string): Promise<Receipt | null> {
  const { rows } = await db.query('select sent_at, message_id, to_addresses from mail where action_id = $1', [
    actionId,
  ]);
  if (!rows[0]) return null;
  const { sent_at: receivedAt, message_id: messageId, to_addresses: to } = SentRow.parse(rows[0]);
  return { receivedAt, body: { messageId, to: to[0] ?? null } };
}
