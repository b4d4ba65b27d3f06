import { z } from 'zod';
import { Correction } from '../../../src/domain/networks/correction.ts';
import type { Effect } from '../../../src/domain/proposals/effect.ts';
import { planHash } from '../../../src/domain/reconciliation/plan-hash.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({ correction: Correction });

/**
 * The rows of an executed correction, checked against the hash that people approved.
 *
 * @throws {Error} when a row is not as it was approved: nothing of it may be sent then.
 */
export async function readCorrections(
  db: Queryable,
  {
    proposalId,
    effect,
  }: { readonly proposalId: string; readonly effect: Extract<Effect, { kind: 'commission.correct' }> },
): Promise<Correction[]> {
  const { rows } = await db.query(
    'select correction from correction_line where proposal_id = $1 order by correction_key',
    [proposalId],
  );
  const plan = rows.map((row) => Row.parse(row).correction);
  if (planHash(plan) !== effect.planSha256) {
    throw new Error('The stored rows of this correction are not those that were approved.');
  }
  return plan;
}
