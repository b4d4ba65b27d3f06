import { INTENTS, type Intent } from '../../../domain/inbox/intent.ts';

/** Intents that go to a person by what they are. */
const HUMAN_INTENTS: readonly Intent[] = ['pr_press', 'contract_legal', 'brand_complaint', 'phishing'];

/**
 * What the first head tells apart: each intent, and each intent once more where the mail has to go to a person as well.
 * A payment question with new bank details is another thing than one without, and looks like one.
 */
export const WISHES = 2 * INTENTS.length;

/** The class of a labelled mail: [0, 20) without a person, [20, 40) with one where the intent alone does not say so. */
export function wishOf(intent: Intent, mustGoToHuman: boolean): number {
  const isMarked = mustGoToHuman && !isHumanIntent(intent);
  return INTENTS.indexOf(intent) + (isMarked ? INTENTS.length : 0);
}

/** Shares of the intents, in the order of `INTENTS`, from shares of the wishes. */
export const intentShares = (wishes: Float64Array): number[] =>
  INTENTS.map((_, at) => (wishes[at] ?? 0) + (wishes[at + INTENTS.length] ?? 0));

/** The share of the wishes that go to a person. */
export const humanShare = (wishes: Float64Array): number =>
  INTENTS.reduce(
    (sum, intent, at) =>
      sum + (isHumanIntent(intent) ? (wishes[at] ?? 0) : 0) + (wishes[at + INTENTS.length] ?? 0),
    0,
  );

export const isHumanIntent = (intent: Intent): boolean => HUMAN_INTENTS.includes(intent);

/** How often mail that wants this touches how the brand looks to the public, counted in the labelled mails. */
const BRAND_SHARES: Readonly<Partial<Record<Intent, number>>> = {
  pr_press: 1,
  brand_complaint: 1,
  contract_legal: 0.45,
  phishing: 0.3,
};
/** The same where a person has to see it for another reason than its intent. */
const MARKED_BRAND_SHARE = 0.7;

/** The share of the wishes that touch how the brand looks, each as often as it does. */
export const brandShare = (wishes: Float64Array): number =>
  INTENTS.reduce(
    (sum, intent, at) =>
      sum +
      (BRAND_SHARES[intent] ?? 0) * (wishes[at] ?? 0) +
      MARKED_BRAND_SHARE * (wishes[at + INTENTS.length] ?? 0),
    0,
  );
