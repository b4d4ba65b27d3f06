import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ proposal_id: z.uuid() });

/** Those of the given proposals that this run inserted. */
export async function listProposalsOfRun(
  db: Queryable,
  runId: string,
  proposalIds: readonly string[],
): Promise<string[]> {
  const { rows } = await db.query(
    'select proposal_id from proposal where run_id = $1 and proposal_id = any ($2::uuid[])',
    [runId, proposalIds],
  );
  return rows.map((row) => Row.parse(row).proposal_id);
}
