import { z } from 'zod';
import type { Effect } from '../../../src/domain/proposals/effect.ts';
import type { Queryable } from '../../client.ts';

const IdRow = z.object({ action_id: z.string() });

/**
 * Puts an approved effect on its way, to wait out the undo window.
 *
 * @param notBefore - the end of the undo window.
 * @returns the action's id: its idempotency key everywhere outside.
 */
export async function insertAction(
  db: Queryable,
  {
    proposalId,
    effect,
    target,
    notBefore,
    now,
  }: {
    readonly proposalId: string;
    readonly effect: Effect;
    readonly target: string;
    readonly notBefore: Date;
    readonly now: Date;
  },
): Promise<string> {
  const { rows } = await db.query(
    `
    insert into outbox (proposal_id, effect, target, not_before, created_at)
    values ($1, $2, $3, $4, $5)
    returning action_id
    `,
    [proposalId, JSON.stringify(effect), target, notBefore, now],
  );
  return IdRow.parse(rows[0]).action_id;
}
