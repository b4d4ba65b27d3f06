import type { Queryable } from '../../client.ts';
import type { ActionStatus } from './lock-live-action.ts';

/**
 * Moves a locked action that no worker holds; a queued one is due at once and forgets earlier attempts.
 *
 * @param reason - why a person has to look; `null` clears it.
 */
export async function setActionStatus(
  db: Queryable,
  {
    actionId,
    status,
    reason = null,
  }: {
    readonly actionId: string;
    readonly status: Exclude<ActionStatus, 'waiting' | 'claimed'>;
    readonly reason?: string | null;
  },
): Promise<void> {
  await db.query(
    `
    update outbox
       set status = $2, last_error = $3, claimed_by = null, lease_until = null,
           next_attempt_at = clock_timestamp(), attempts = case when $2 = 'queued' then 0 else attempts end,
           call_started_at = case when $2 in ('queued', 'delivered') then null else call_started_at end,
           delivered_at = case when $2 = 'delivered' then clock_timestamp() end
     where action_id = $1
    `,
    [actionId, status, reason],
  );
}
