import { z } from 'zod';
import type { Queryable } from '../../client.ts';

export const ActionStatus = z.enum([
  'waiting',
  'queued',
  'claimed',
  'delivered',
  'unknown',
  'needs_person',
  'cancelled',
]);
export type ActionStatus = z.infer<typeof ActionStatus>;

const ActionRow = z.object({
  action_id: z.string(),
  effect: z.unknown(),
  status: ActionStatus,
  not_before: z.date(),
  attempts: z.number(),
});

export interface LiveAction {
  readonly actionId: string;
  /** As the table holds it: not trusted yet. */
  readonly effect: unknown;
  readonly status: ActionStatus;
  readonly notBefore: Date;
  /** Times a worker has claimed it; 0 while it never left the executor. */
  readonly attempts: number;
}

/** The one action of a proposal that was not cancelled, locked until the transaction ends; `null` when there is none. */
export async function lockLiveAction(db: Queryable, proposalId: string): Promise<LiveAction | null> {
  const { rows } = await db.query(
    `
    select action_id, effect, status, not_before, attempts
      from outbox
     where proposal_id = $1 and status <> 'cancelled'
       for no key update
    `,
    [proposalId],
  );
  if (!rows[0]) return null;
  const action = ActionRow.parse(rows[0]);
  return {
    actionId: action.action_id,
    effect: action.effect,
    status: action.status,
    notBefore: action.not_before,
    attempts: action.attempts,
  };
}
