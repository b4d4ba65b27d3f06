import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ proposal_id: z.uuid() });

/** The proposals a thread answers for, oldest first. */
export async function listThreadProposals(db: Queryable, threadId: string): Promise<string[]> {
  const { rows } = await db.query(
    `
    select proposal.proposal_id
      from work_thread_proposal link
      join proposal using (proposal_id)
     where link.thread_id = $1
     order by proposal.created_at, proposal.proposal_id
    `,
    [threadId],
  );
  return rows.map((row) => Row.parse(row).proposal_id);
}
