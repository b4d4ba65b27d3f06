import type { Queryable } from '../../client.ts';

/** Makes a thread answer for these proposals; those it has already stay. */
export async function addThreadProposals(
  db: Queryable,
  threadId: string,
  proposalIds: readonly string[],
): Promise<void> {
  await db.query(
    `
    insert into work_thread_proposal (thread_id, proposal_id)
    select $1, proposal_id from unnest($2::uuid[]) as proposal_id
    on conflict do nothing
    `,
    [threadId, proposalIds],
  );
}
