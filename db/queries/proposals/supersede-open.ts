import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const SupersededRow = z.object({ proposal_id: z.uuid(), shown_hash: z.string() });

export interface Superseded {
  readonly proposalId: string;
  readonly shownHash: string;
}

/**
 * Takes proposals out of the queue that events have overtaken, each with a decision row that says why; gives them.
 *
 * What a person has decided meanwhile stays as it is, and so does what one of two people has approved.
 *
 * @param by - the part of the service that found out, such as `outbox`.
 * @param why - one sentence, shown to people.
 */
export async function supersedeOpen(
  db: Queryable,
  {
    proposalIds,
    by,
    why,
    at,
  }: {
    readonly proposalIds: readonly string[];
    readonly by: string;
    readonly why: string;
    readonly at: Date;
  },
): Promise<Superseded[]> {
  const { rows } = await db.query(
    `
    with superseded as (
      update proposal p
         set status = 'superseded', decided_at = $4, snoozed_until = null
       where p.proposal_id = any($1::uuid[]) and p.status in ('pending', 'snoozed')
         and coalesce(
           (select d.decision from decision d
             where d.proposal_id = p.proposal_id and d.decision in ('approve', 'edit', 'undo')
             order by d.decision_id desc
             limit 1), 'undo') = 'undo'
      returning p.proposal_id, p.shown_hash
    ), decided as (
      insert into decision (proposal_id, decided_by, by_kind, decision, shown_hash, comment, decided_at)
      select proposal_id, $2, 'system', 'supersede', shown_hash, $3, $4 from superseded
    )
    select proposal_id, shown_hash from superseded
    `,
    [proposalIds, by, why, at],
  );
  return rows.map((row) => {
    const { proposal_id: proposalId, shown_hash: shownHash } = SupersededRow.parse(row);
    return { proposalId, shownHash };
  });
}
