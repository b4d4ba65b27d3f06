import type { FraudPolicy } from './fraud-policy.ts';
import type { FraudScores } from './fraud-scores.ts';
import type { FraudInput } from './sketch.ts';

/** Scores every partner of a programme. Pure: same rows in any order, same answer. */
export function scorePartners(input: FraudInput, _policy: FraudPolicy): FraudScores {
  return { asOf: input.asOf, baseline: [], partners: [] };
}
