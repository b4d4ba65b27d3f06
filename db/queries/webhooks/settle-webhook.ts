import type { Queryable } from '../../client.ts';
import type { WebhookSystem } from './put-webhook.ts';

/** How a message ended. A failed one keeps its bytes, so that it can be looked at and applied again. */
export interface SettledWebhook {
  readonly system: WebhookSystem;
  readonly eventId: string;
  readonly state: 'applied' | 'superseded' | 'ignored' | 'failed';
  /** A sentence; null where the state says enough. */
  readonly reason: string | null;
}

export async function settleWebhooks(
  db: Queryable,
  settled: readonly SettledWebhook[],
  at: Date,
): Promise<void> {
  await db.query(
    `
    update webhook_event event
       set state = settled.state, reason = settled.reason, applied_at = $5,
           body = case when settled.state = 'failed' then event.body end
      from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as settled (system, event_id, state, reason)
     where event.system = settled.system and event.event_id = settled.event_id
    `,
    [
      settled.map(({ system }) => system),
      settled.map(({ eventId }) => eventId),
      settled.map(({ state }) => state),
      settled.map(({ reason }) => reason),
      at,
    ],
  );
}
