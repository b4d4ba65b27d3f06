import type { ModelPolicy } from './model-policy.ts';

export interface TokenCount {
  /** Each >= 0. */
  readonly inputTokens: number;
  readonly outputTokens: number;
}

const TOKENS_PER_PRICE = 1_000_000n;

/**
 * What tokens cost by the policy's prices, rounded up to a whole micro.
 *
 * @returns micros of `priceCurrency`; null when a price that is needed is not given: unknown is not free.
 */
export function priceOf(
  { inputTokens, outputTokens }: TokenCount,
  policy: Pick<ModelPolicy, 'inputPricePerMillionMicros' | 'outputPricePerMillionMicros'>,
): bigint | null {
  const { inputPricePerMillionMicros: input, outputPricePerMillionMicros: output } = policy;
  if ((inputTokens > 0 && input === null) || (outputTokens > 0 && output === null)) return null;
  const total = BigInt(inputTokens) * BigInt(input ?? 0) + BigInt(outputTokens) * BigInt(output ?? 0);
  return (total + TOKENS_PER_PRICE - 1n) / TOKENS_PER_PRICE;
}
