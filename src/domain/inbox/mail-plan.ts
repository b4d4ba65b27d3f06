import { type AnswerTopic, topicOf } from '../answers/answer-facts.ts';
import { type Desk, deskOf, HAND_OVER_REASONS, HandOverReason } from './hand-over.ts';
import type { Intent } from './intent.ts';
import type { Triage } from './triage.ts';

/** Letters that answer a mail. */
export type LetterTopic = Exclude<AnswerTopic, 'none'> | 'termination' | 'acknowledge';

/** What becomes of one mail. A raise and a check of payout details are proposals of their own beside it. */
export type MailPlan = {
  readonly raisesRate: boolean;
  readonly checksPayout: boolean;
} & (
  | { readonly answer: 'none' }
  | { readonly answer: 'hand-over'; readonly desk: Desk; readonly reasons: readonly HandOverReason[] }
  | { readonly answer: 'reply'; readonly topic: LetterTopic; readonly automatic: boolean }
);

export interface PlannedMail {
  readonly isReadable: boolean;
  /** An engine failed on it: what it says of it is not believed. */
  readonly needsReview: boolean;
  /** Null when it was never made. */
  readonly triage: Triage | null;
  /** The sender by our own look-up; null when unknown. */
  readonly sender: { readonly isTierOne: boolean; readonly isSpoofable: boolean } | null;
  /** Where an answer may go; null when nowhere. */
  readonly answerTo: string | null;
  /** That address wants no mail from us. */
  readonly isSuppressed: boolean;
  readonly hasAddressOnFile: boolean;
  /** The rate that the sender's own figures bear, basis points; null when none above today's. */
  readonly offeredBps: number | null;
  readonly autoReplyIntents: readonly Intent[];
  /** It was taken for an application: vetting answers it. */
  readonly isApplication: boolean;
}

/** Whole mails in these go to a person: no letter of ours is written in them, and English would be a guess. */
const UNWRITTEN_LANGUAGES: readonly string[] = ['ar', 'fa', 'he', 'ur'];

/** Decides what to propose for one mail, from triage, our look-up of its sender, and the figures; never from its words. */
export function planMail(mail: PlannedMail): MailPlan {
  const { triage, sender } = mail;
  if (!mail.isReadable || triage === null) return toPerson(['unreadable']);
  if (mail.needsReview) return toPerson(['unsure']);
  if (sender?.isTierOne && triage.route !== 'ignore') {
    return toPerson(['tier_one_partner', ...personReasons(triage)]);
  }
  if (triage.route === 'ignore') return { answer: 'none', raisesRate: false, checksPayout: false };
  if (mail.isApplication) return { answer: 'none', raisesRate: false, checksPayout: false };
  if (onlyResembles(triage)) return answered(mail, triage);
  if (triage.route === 'human' || triage.mustGoToHuman) {
    const reasons = personReasons(triage);
    // Whoever wrote it: the letter goes to the address on file, and a forged mail is the more reason to ask there.
    const checksPayout = reasons.includes('payout_change') && sender !== null && mail.hasAddressOnFile;
    return toPerson(reasons.length > 0 ? reasons : ['unsure'], checksPayout);
  }
  return answered(mail, triage);
}

function answered(mail: PlannedMail, triage: Triage): MailPlan {
  const topic = letterTopic(triage.intent);
  const raisesRate =
    triage.intent === 'commission_increase' && mail.sender !== null && mail.offeredBps !== null;
  const obstacle = obstacleOf(mail, triage, topic);
  if (obstacle !== null || topic === null) return { ...toPerson([obstacle ?? 'no_answer']), raisesRate };
  const isProven = mail.sender === null || !mail.sender.isSpoofable;
  const automatic =
    triage.route === 'auto_reply' &&
    mail.autoReplyIntents.includes(triage.intent) &&
    isProven &&
    !triage.brandSensitive;
  return { answer: 'reply', topic, automatic, raisesRate, checksPayout: false };
}

/** A mail that asks to join, with nothing in it that a person has to see first: vetting answers it, not the inbox. */
export const answersAsApplication = (triage: Triage): boolean =>
  triage.intent === 'application' &&
  triage.route !== 'ignore' &&
  (onlyResembles(triage) || (triage.route !== 'human' && !triage.mustGoToHuman));

/** Surer than this of what it wants, a mail that only resembles delicate ones still gets its draft. */
const SURE = 0.85;

/**
 * Nothing in it is delicate by name; it merely resembles mails that were. Recall comes first when triage flags, so many
 * are: a person sees this one too, with its answer drafted, on a card that says why. It never passes by policy.
 */
export function onlyResembles({ mustGoToHuman, reasons, injectionSuspected, confidence }: Triage): boolean {
  return (
    mustGoToHuman &&
    !injectionSuspected &&
    confidence >= SURE &&
    reasons.length > 0 &&
    reasons.every((reason) => reason === HAND_OVER_REASONS.learnt_pattern)
  );
}

function obstacleOf(mail: PlannedMail, triage: Triage, topic: LetterTopic | null): HandOverReason | null {
  if (topic === null) return 'no_answer';
  if (mail.answerTo === null) return 'sender_unproven';
  if (mail.isSuppressed) return 'suppressed';
  return UNWRITTEN_LANGUAGES.includes(triage.language) ? 'no_letter' : null;
}

const toPerson = (reasons: readonly HandOverReason[], checksPayout = false): MailPlan => ({
  answer: 'hand-over',
  desk: deskOf(reasons),
  reasons: [...new Set(reasons)],
  raisesRate: false,
  checksPayout,
});

/** Triage gives its reasons as sentences of a closed list; a model's own sentence is none of them. */
function personReasons({ mustGoToHuman, reasons, injectionSuspected, intent }: Triage): HandOverReason[] {
  const listed = HandOverReason.options.filter((code) => reasons.includes(HAND_OVER_REASONS[code]));
  const found: HandOverReason[] = mustGoToHuman ? listed : [];
  if (mustGoToHuman && found.length === 0) found.push('learnt_pattern');
  if (intent === 'phishing' && !found.includes('phishing')) found.push('phishing');
  if (injectionSuspected) found.push('injection_suspected');
  if (intent === 'internal_forward') found.push('internal');
  return found;
}

function letterTopic(intent: Intent): LetterTopic | null {
  const topic = topicOf(intent);
  if (topic !== 'none') return topic;
  if (intent === 'termination') return 'termination';
  return intent === 'general_other' ? 'acknowledge' : null;
}
