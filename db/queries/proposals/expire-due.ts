import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const ExpiredRow = z.object({ proposal_id: z.string(), shown_hash: z.string() });

export interface Expired {
  readonly proposalId: string;
  readonly shownHash: string;
}

/** Expires at most `limit` open proposals whose time is over, with a decision row each; gives them. */
export async function expireDue(db: Queryable, now: Date, limit: number): Promise<Expired[]> {
  const { rows } = await db.query(
    `
    with due as (
      select proposal_id
        from proposal
       where status in ('pending', 'snoozed') and expires_at <= $1
       order by expires_at
       limit $2
         for no key update skip locked
    ), expired as (
      update proposal p
         set status = 'expired', decided_at = $1, snoozed_until = null
        from due
       where p.proposal_id = due.proposal_id
      returning p.proposal_id, p.shown_hash
    ), decided as (
      insert into decision (proposal_id, decided_by, by_kind, decision, shown_hash, decided_at)
      select proposal_id, 'system', 'system', 'expire', shown_hash, $1 from expired
    )
    select proposal_id, shown_hash from expired
    `,
    [now, limit],
  );
  return rows.map((row) => {
    const expired = ExpiredRow.parse(row);
    return { proposalId: expired.proposal_id, shownHash: expired.shown_hash };
  });
}
