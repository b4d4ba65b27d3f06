import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import type { FraudCase } from './fraud-case.ts';
import { orderEvidence } from './order-evidence.ts';

/** The suspect orders of each currency, most first: what a letter or a block rests on when no money is moved by it. */
export function suspectOrders({ suspects, score }: FraudCase): Evidence[] {
  return [...Map.groupBy(suspects, ({ currency }) => currency)]
    .sort(([, left], [, right]) => right.length - left.length)
    .map(([currency, lines]) => orderEvidence(lines, currency, score.families));
}
