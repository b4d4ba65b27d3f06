import { z } from 'zod';
import type { Queryable } from '../../client.ts';

/** Systems that send by themselves. */
export const WebhookSystem = z.enum(['shopify', 'woocommerce', 'refersion']);
export type WebhookSystem = z.infer<typeof WebhookSystem>;

/** Keeps a message until it is applied; the same id again is no other message. */
export async function putWebhook(
  db: Queryable,
  message: {
    readonly system: WebhookSystem;
    readonly eventId: string;
    readonly topic: string;
    readonly body: Uint8Array;
    readonly receivedAt: Date;
  },
): Promise<'received' | 'repeated'> {
  const { rowCount } = await db.query(
    `
    insert into webhook_event (system, event_id, topic, received_at, body)
    values ($1, $2, $3, $4, $5)
        on conflict (system, event_id) do nothing
    `,
    [message.system, message.eventId, message.topic, message.receivedAt, Buffer.from(message.body)],
  );
  return rowCount === 1 ? 'received' : 'repeated';
}
