import type { Correction } from '../../../src/domain/networks/correction.ts';
import { planCorrection } from '../../../src/domain/reconciliation/plan-correction.ts';
import type { Queryable } from '../../client.ts';
import { returnedCommissions } from './returned-commissions.ts';

/** The plan for these conversions as it would be made now. A conversion of which nothing came back (any more) has no row. */
export async function correctionPlan(
  db: Queryable,
  {
    partnerId,
    network,
    conversionIds,
  }: { readonly partnerId: string; readonly network: string; readonly conversionIds: readonly string[] },
): Promise<Correction[]> {
  const found = await returnedCommissions(db, {
    partnerId,
    network,
    conversionIds,
    limit: conversionIds.length,
  });
  return found.filter(({ reversedMicros }) => reversedMicros > 0n).map(planCorrection);
}
