import type { CaseLine } from '../../../db/queries/fraud/list-case-lines.ts';
import type { Family } from '../../../src/domain/fraud/fraud-scores.ts';
import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import { isSuspect } from './is-suspect.ts';

const SAMPLE_MAX = 25;

/**
 * The orders concerned, counted and summed, with a sample: suspect ones first, newest first.
 *
 * @param lines - of one currency, newest first.
 */
export function orderEvidence(
  lines: readonly CaseLine[],
  currency: string,
  families: readonly Family[],
): Evidence {
  const sorted = [
    ...lines.filter((line) => isSuspect(line, families)),
    ...lines.filter((line) => !isSuspect(line, families)),
  ];
  const micros = lines.reduce((sum, { commissionMicros }) => sum + commissionMicros, 0n);
  return {
    type: 'orders',
    count: lines.length,
    money: { micros: micros.toString(), currency },
    sample: sorted.slice(0, SAMPLE_MAX).map((line) => ({
      network: line.network,
      conversionId: line.conversionId,
      orderId: line.orderId,
      convertedAt: line.convertedAt.toISOString(),
      ttcSeconds: line.ttcSeconds,
      inCart: line.inCart,
      commission: { micros: line.commissionMicros.toString(), currency: line.currency },
    })),
  };
}
