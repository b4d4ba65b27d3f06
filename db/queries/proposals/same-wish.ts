import { z } from 'zod';
import { ProposalStatus } from '../../../src/domain/proposals/status.ts';
import type { Queryable } from '../../client.ts';

const WISHES_MAX = 20;

const WishRow = z.object({
  proposal_id: z.string(),
  status: ProposalStatus,
  effect: z.unknown(),
  decided_at: z.date().nullable(),
});

export interface EarlierWish {
  readonly proposalId: string;
  readonly status: ProposalStatus;
  readonly effect: unknown;
  readonly decidedAt: Date | null;
}

/** The latest proposals with the same dedupe key, newest first; at most one of them is open. */
export async function sameWish(db: Queryable, dedupeKey: string): Promise<EarlierWish[]> {
  const { rows } = await db.query(
    `
    select proposal_id, status, effect, decided_at
      from proposal
     where dedupe_key = $1
     order by (status in ('pending', 'snoozed')) desc, created_at desc, proposal_id
     limit ${WISHES_MAX}
    `,
    [dedupeKey],
  );
  return rows.map((row) => {
    const wish = WishRow.parse(row);
    return {
      proposalId: wish.proposal_id,
      status: wish.status,
      effect: wish.effect,
      decidedAt: wish.decided_at,
    };
  });
}
