import { z } from 'zod';
import type { Queryable } from '../../client.ts';
import { WebhookSystem } from './put-webhook.ts';

const Row = z.object({
  system: WebhookSystem,
  event_id: z.string(),
  topic: z.string(),
  received_at: z.date(),
  body: z.instanceof(Buffer),
});

export interface WaitingWebhook {
  readonly system: WebhookSystem;
  readonly eventId: string;
  readonly topic: string;
  readonly receivedAt: Date;
  readonly body: Buffer;
}

/** Messages that wait to be applied, oldest first. */
export async function listWaitingWebhooks(db: Queryable, limit: number): Promise<WaitingWebhook[]> {
  const { rows } = await db.query(
    `
    select system, event_id, topic, received_at, body
      from webhook_event
     where state = 'received'
     order by received_at, event_id
     limit $1
    `,
    [limit],
  );
  return rows.map((row) => {
    const { event_id: eventId, received_at: receivedAt, ...rest } = Row.parse(row);
    return { eventId, receivedAt, ...rest };
  });
}
