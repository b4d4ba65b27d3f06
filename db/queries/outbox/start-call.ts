import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const StartedRow = z.object({ is_unchanged: z.boolean() });

/**
 * The last look before the call goes out: still ours, not paused, and still the effect that the audit log says was
 * executed. Notes that from now on the effect may have happened.
 *
 * @returns `go`; `stay` when the claim went to somebody else or the kill switch is on; `changed` when the row no
 *   longer holds what was executed. Only `go` allows the call.
 */
export async function startCall(
  db: Queryable,
  {
    actionId,
    fence,
    leaseSeconds,
  }: { readonly actionId: string; readonly fence: bigint; readonly leaseSeconds: number },
): Promise<'go' | 'stay' | 'changed'> {
  const { rows } = await db.query(
    `
    update outbox o
       set call_started_at = clock_timestamp(), lease_until = clock_timestamp() + make_interval(secs => $3)
     where action_id = $1 and fence = $2 and status = 'claimed' and not (select paused from control)
    returning coalesce(o.effect = (
      select facts -> 'effect'
        from audit
       where subject = o.proposal_id::text and action = 'effect.executed'
         and facts ->> 'actionId' = o.action_id::text
    ), false) as is_unchanged
    `,
    [actionId, fence.toString(), leaseSeconds],
  );
  if (!rows[0]) return 'stay';
  return StartedRow.parse(rows[0]).is_unchanged ? 'go' : 'changed';
}
