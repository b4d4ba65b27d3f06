import type { ModelPolicy } from './model-policy.ts';

interface Reason {
  readonly unit: string;
  readonly why: string;
  readonly source: string;
}

const own = (unit: string, why: string): Reason => ({ unit, why, source: 'own default' });

/** The reasons behind the defaults. */
export const MODEL_POLICY_ENTRIES: Readonly<Record<keyof ModelPolicy, Reason>> = {
  tokensPerRunMax: own(
    'tokens, in and out',
    'Some 200 mails read and answered; a run that wants more has gone wrong. 0: never ask a model.',
  ),
  tokensPerDayMax: own('tokens, in and out', 'Four such runs; bounds a runaway day whatever a token costs.'),
  moneyPerRunMaxMicros: own('micros of priceCurrency', 'Holds only where the prices below are given.'),
  moneyPerDayMaxMicros: own('micros of priceCurrency', 'Holds only where the prices below are given.'),
  inputPricePerMillionMicros: own(
    'micros of priceCurrency for a million tokens',
    'Prices differ and change; null: the cost is unknown, and said to be.',
  ),
  outputPricePerMillionMicros: own(
    'micros of priceCurrency for a million tokens',
    'Prices differ and change; null: the cost is unknown, and said to be.',
  ),
  priceCurrency: own('ISO 4217', 'What most providers bill in.'),
  answerTokensMax: own(
    'tokens',
    'A letter of two pages, or the reading of one mail; more is a model that does not stop.',
  ),
  timeoutSeconds: own('seconds for one call', 'Twice what a long answer takes; a slower one is not coming.'),
  deadlineSeconds: own(
    'seconds for one answer with its retries',
    'A mail that no model could read is with a person within a minute.',
  ),
  chatNoticeSeconds: own(
    'seconds',
    'Longer without a word reads as broken: the chat says what it waits for.',
  ),
  chatWaitSeconds: own(
    'seconds for one message, all calls together',
    'A person who waits wants an answer; the embedded engine has one.',
  ),
  retriesMax: own('calls after the first', 'A moment of overload passes within two; more only adds to it.'),
  callsAtOnce: own('calls', 'Below the limits of the smallest accounts.'),
  pauseAfterFailures: own('failed answers in a row', 'Past these the model is down, not unlucky.'),
  pauseSeconds: own(
    'seconds',
    'Long enough to spare a model that is down, short enough to notice its return.',
  ),
};
