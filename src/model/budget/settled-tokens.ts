import type { TokenCount } from '../../domain/model/price-of.ts';
import type { CallOutcome } from './budget.ts';

/** What a call counts as once it is over: what the server counted, else the most it may have taken, else nothing. */
export function settledTokens(outcome: CallOutcome, tokens: TokenCount | null, most: TokenCount): TokenCount {
  if (tokens !== null) return tokens;
  return outcome === 'failed' ? { inputTokens: 0, outputTokens: 0 } : most;
}
