import type { Queryable } from '../../client.ts';

/** How a claim ends. `retryAfterSeconds` is counted from now by the database's clock. */
export type ClaimEnd =
  | { readonly status: 'delivered' }
  | { readonly status: 'queued'; readonly retryAfterSeconds: number; readonly reason: string | null }
  | { readonly status: 'unknown' | 'needs_person'; readonly reason: string };

/**
 * Ends a claim, if it is still ours: the fence refuses whoever comes late.
 *
 * @param callIsOver - false when nobody knows whether the effect happened: the note of the call stays.
 * @returns false when the claim went to somebody else; the caller then writes nothing.
 */
export async function endClaim(
  db: Queryable,
  { actionId, fence }: { readonly actionId: string; readonly fence: bigint },
  end: ClaimEnd,
  callIsOver: boolean,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `
    update outbox
       set status = $3, last_error = $4, claimed_by = null, lease_until = null,
           next_attempt_at = clock_timestamp() + make_interval(secs => $5),
           call_started_at = case when $6 then null else call_started_at end,
           delivered_at = case when $3 = 'delivered' then clock_timestamp() end
     where action_id = $1 and fence = $2 and status = 'claimed'
    `,
    [
      actionId,
      fence.toString(),
      end.status,
      end.status === 'delivered' ? null : end.reason,
      end.status === 'queued' ? end.retryAfterSeconds : 0,
      callIsOver,
    ],
  );
  return rowCount === 1;
}
