import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const RenewedRow = z.object({ action_id: z.string() });

/** Renews the leases of claims that are being worked on; gives the ids of those that still were ours. */
export async function renewLeases(
  db: Queryable,
  claims: readonly { readonly actionId: string; readonly fence: bigint }[],
  leaseSeconds: number,
): Promise<Set<string>> {
  const { rows } = await db.query(
    `
    update outbox o
       set lease_until = clock_timestamp() + make_interval(secs => $3)
      from unnest($1::uuid[], $2::bigint[]) as claim(action_id, fence)
     where o.action_id = claim.action_id and o.fence = claim.fence and o.status = 'claimed'
    returning o.action_id
    `,
    [claims.map(({ actionId }) => actionId), claims.map(({ fence }) => fence.toString()), leaseSeconds],
  );
  return new Set(rows.map((row) => RenewedRow.parse(row).action_id));
}
