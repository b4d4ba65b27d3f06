import type { Correction } from '../../../src/domain/networks/correction.ts';
import { planCorrection } from '../../../src/domain/reconciliation/plan-correction.ts';
import { toCorrect, wholeCommission } from '../../../src/domain/reconciliation/returned-commission.ts';
import type { Queryable } from '../../client.ts';
import { returnedCommissions } from './returned-commissions.ts';

/**
 * The plan for these conversions as it would be made now. A conversion of which nothing is left to take has no row.
 *
 * @param proposalId - the plan's own, once there is one.
 */
export async function correctionPlan(
  db: Queryable,
  {
    partnerId,
    network,
    conversionIds,
    proposalId,
  }: {
    readonly partnerId: string;
    readonly network: string;
    readonly conversionIds: readonly string[];
    readonly proposalId: string | null;
  },
): Promise<Correction[]> {
  const found = await returnedCommissions(db, {
    partnerId,
    network,
    conversionIds,
    proposalId,
    limit: conversionIds.length,
  });
  return found
    .filter((row) => row.earnedMicros === wholeCommission(row) && toCorrect(row) > 0n)
    .map(planCorrection);
}
