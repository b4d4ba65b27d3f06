import type { EffectKind } from '../../domain/proposals/effect.ts';

interface KindWords {
  /** What a group of such cards is called. */
  readonly group: string;
  /** What its button does. */
  readonly verb: string;
  /** How the partner's name follows the verb; null where the money says enough. */
  readonly before: string | null;
}

const KINDS: Readonly<Record<EffectKind, KindWords>> = {
  'commission.hold': { group: 'Hold commission', verb: 'hold', before: null },
  'commission.clawback': { group: 'Claw back commission', verb: 'claw back', before: null },
  'commission.correct': { group: 'Correct at networks', verb: 'correct', before: null },
  'partner.block': { group: 'Block partners', verb: 'block', before: ' ' },
  'partner.warn': { group: 'Write to partners', verb: 'send letter', before: ' to ' },
  'mail.reply': { group: 'Answer mail', verb: 'send reply', before: ' to ' },
  'mail.hand-over': { group: 'Mail for a person', verb: 'take in hand', before: ': ' },
  'commission.change': { group: 'Change commission', verb: 'change rate', before: ' of ' },
  'partner.payout-details': { group: 'Payout details', verb: 'send letter', before: ' to ' },
  'application.accept': { group: 'Accept applications', verb: 'accept', before: ' ' },
  'application.decline': { group: 'Decline applications', verb: 'decline', before: ' ' },
  'application.ask': { group: 'Ask applicants', verb: 'ask', before: ' ' },
  'code.retire': { group: 'End leaked codes', verb: 'end code', before: ' of ' },
  'code.reissue': { group: 'Issue codes anew', verb: 'issue anew', before: ' for ' },
  'commission.zero-non-owner': { group: 'Pay only the owner', verb: 'pay only', before: ' ' },
  'site.blacklist': { group: 'Blacklist sites', verb: 'blacklist', before: ' ' },
  'network.extend-lock': { group: 'Ask networks to wait', verb: 'ask to wait', before: ' ' },
  'partner.offboard': { group: 'Offboard partners', verb: 'offboard', before: ' ' },
};
const known: Readonly<Record<string, KindWords>> = KINDS;

/** The words of a kind of effect; one that this page does not know yet is called by its name. */
export function kindWords(kind: string): KindWords {
  return known[kind] ?? { group: kind, verb: kind, before: ' ' };
}
