import { type Alarm, alarmsIn } from './lexicon/alarms.ts';
import type { MailView } from './mail-view.ts';
import { namesPayoutChange } from './payout-change.ts';
import { looksLikePhishing } from './phishing-signs.ts';

/** Why a mail must go to a person, or is sensitive for the brand. */
export const HUMAN_REASONS = {
  legal: 'Speaks of law, a contract or personal data.',
  press: 'Seems to come from the press, or to speak of it.',
  complaint: 'Complains about the brand, a product or how somebody was treated.',
  public_threat: 'Speaks of making something public.',
  crisis: 'Speaks of harm, danger, a threat or a leak.',
  payout_change: 'Speaks of paying to another account than before.',
  phishing: 'Looks as if it fishes for a password, a payment or a favour.',
  tier_one_partner: 'Comes from a partner that the manager answers in person.',
  learnt_pattern: 'Resembles mails that had to go to a person.',
} as const;
export type HumanReasonCode = keyof typeof HUMAN_REASONS;

export interface HumanReason {
  readonly code: HumanReasonCode;
  readonly sentence: string;
}

const REASON_OF: Readonly<Record<Alarm, HumanReasonCode>> = {
  legal: 'legal',
  press: 'press',
  complaint: 'complaint',
  publicThreat: 'public_threat',
  crisis: 'crisis',
};

/** Reasons that words and form give by themselves, each once. Recall comes first: a person looks, nothing else happens. */
export function humanReasons(view: MailView): HumanReason[] {
  const words = `${view.subject}\n${view.body}\n${view.forwarded}`;
  const codes: HumanReasonCode[] = [...alarmsIn(words).keys()].map((alarm) => REASON_OF[alarm]);
  if (namesPayoutChange(words)) codes.push('payout_change');
  if (looksLikePhishing(view)) codes.push('phishing');
  return codes.map(humanReason);
}

/** A reason with its sentence. */
export function humanReason(code: HumanReasonCode): HumanReason {
  return { code, sentence: HUMAN_REASONS[code] };
}

/** Reasons that send a mail to a person by themselves; the others do so together with what was learnt. */
export function isEnough({ code }: HumanReason): boolean {
  return code === 'payout_change' || code === 'tier_one_partner' || code === 'phishing';
}
