import { z } from 'zod';
import { Effect } from '../../../src/domain/proposals/effect.ts';
import type { Queryable } from '../../client.ts';

const ClaimRow = z.object({
  action_id: z.string(),
  proposal_id: z.string(),
  effect: z.unknown(),
  attempts: z.number(),
  fence: z.bigint(),
  call_started_at: z.date().nullable(),
});

export interface Claim {
  /** The idempotency key. */
  readonly actionId: string;
  readonly proposalId: string;
  /** Null when somebody changed the row so that it cannot be read. */
  readonly effect: Effect | null;
  /** Times it has been claimed since it was queued, this one included. */
  readonly attempts: number;
  /** Grows with each claim: who holds an older number is late, and refused. */
  readonly fence: bigint;
  /** An earlier attempt may have reached the other side: nobody wrote down how it ended. */
  readonly mayHaveHappened: boolean;
}

/**
 * Claims due actions of one target for a worker, and those whose worker let its lease run out. Claims nothing while
 * paused. Times are the database's own, so that machines need not agree.
 */
export async function claimActions(
  db: Queryable,
  {
    target,
    instance,
    leaseSeconds,
    limit,
  }: {
    readonly target: string;
    readonly instance: string;
    readonly leaseSeconds: number;
    readonly limit: number;
  },
): Promise<Claim[]> {
  const { rows } = await db.query(
    `
    with due as (
      select action_id
        from outbox
       where target = $1
         and ((status = 'queued' and next_attempt_at <= clock_timestamp())
              or (status = 'claimed' and lease_until < clock_timestamp()))
         and not (select paused from control)
       order by next_attempt_at
       limit $4
         for no key update skip locked
    )
    update outbox o
       set status = 'claimed', claimed_by = $2, attempts = o.attempts + 1, fence = o.fence + 1,
           lease_until = clock_timestamp() + make_interval(secs => $3)
      from due
     where o.action_id = due.action_id
    returning o.action_id, o.proposal_id, o.effect, o.attempts, o.fence, o.call_started_at
    `,
    [target, instance, leaseSeconds, limit],
  );
  return rows.map((row) => {
    const claim = ClaimRow.parse(row);
    return {
      actionId: claim.action_id,
      proposalId: claim.proposal_id,
      effect: Effect.safeParse(claim.effect).data ?? null,
      attempts: claim.attempts,
      fence: claim.fence,
      mayHaveHappened: claim.call_started_at !== null,
    };
  });
}
