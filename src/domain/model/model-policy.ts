import { z } from 'zod';
import { Currency, MicrosText } from '../money/micros.ts';

const TOKENS_MAX = 1_000_000_000;
const Amount = MicrosText.refine((text) => !text.startsWith('-'), 'an amount is not negative');
const Seconds = z.int().min(1).max(600);

/** What a language model may cost, and how long it is waited for. Without a model nothing of this matters. */
export const ModelPolicy = z.strictObject({
  tokensPerRunMax: z.int().min(0).max(TOKENS_MAX),
  tokensPerDayMax: z.int().min(0).max(TOKENS_MAX),
  moneyPerRunMaxMicros: Amount,
  moneyPerDayMaxMicros: Amount,
  inputPricePerMillionMicros: Amount.nullable(),
  outputPricePerMillionMicros: Amount.nullable(),
  priceCurrency: Currency,
  answerTokensMax: z.int().min(200).max(32_000),
  timeoutSeconds: Seconds,
  deadlineSeconds: Seconds,
  chatNoticeSeconds: Seconds,
  chatWaitSeconds: Seconds,
  retriesMax: z.int().min(0).max(5),
  callsAtOnce: z.int().min(1).max(64),
  pauseAfterFailures: z.int().min(1).max(100),
  pauseSeconds: z.int().min(1).max(3_600),
});
export type ModelPolicy = z.infer<typeof ModelPolicy>;

export const MODEL_POLICY_DEFAULTS: ModelPolicy = {
  tokensPerRunMax: 500_000,
  tokensPerDayMax: 2_000_000,
  moneyPerRunMaxMicros: '2000000',
  moneyPerDayMaxMicros: '10000000',
  inputPricePerMillionMicros: null,
  outputPricePerMillionMicros: null,
  priceCurrency: 'USD',
  answerTokensMax: 2_000,
  timeoutSeconds: 20,
  deadlineSeconds: 45,
  chatNoticeSeconds: 5,
  chatWaitSeconds: 15,
  retriesMax: 2,
  callsAtOnce: 4,
  pauseAfterFailures: 5,
  pauseSeconds: 60,
};
