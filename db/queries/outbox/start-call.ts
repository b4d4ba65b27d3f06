import type { Queryable } from '../../client.ts';

/**
 * The last look before the call goes out: still ours, and not paused. Notes that from now on the effect may have happened.
 *
 * @returns false when the claim went to somebody else or the kill switch is on: then no call may be made.
 */
export async function startCall(
  db: Queryable,
  {
    actionId,
    fence,
    leaseSeconds,
  }: { readonly actionId: string; readonly fence: bigint; readonly leaseSeconds: number },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `
    update outbox
       set call_started_at = clock_timestamp(), lease_until = clock_timestamp() + make_interval(secs => $3)
     where action_id = $1 and fence = $2 and status = 'claimed' and not (select paused from control)
    `,
    [actionId, fence.toString(), leaseSeconds],
  );
  return rowCount === 1;
}
