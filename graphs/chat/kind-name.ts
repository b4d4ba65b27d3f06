import type { EffectKind } from '../../src/domain/proposals/effect.ts';

const NAMES: Readonly<Record<EffectKind, string>> = {
  'commission.hold': 'hold commission',
  'commission.clawback': 'claw back commission',
  'commission.correct': 'correct commissions at a network',
  'partner.block': 'block a partner',
  'partner.warn': 'write to a partner',
  'mail.reply': 'answer a mail',
  'mail.hand-over': 'hand a mail to a person',
  'commission.change': 'change a commission rate',
  'partner.payout-details': 'confirm payout details',
  'application.accept': 'accept an application',
  'application.decline': 'decline an application',
  'application.ask': 'ask an applicant',
  'code.retire': 'end a code',
  'code.reissue': 'issue a new code',
  'commission.zero-non-owner': 'pay only the owner of a code',
  'site.blacklist': 'blacklist a site',
  'partner.offboard': 'offboard a partner',
  'network.extend-lock': 'ask a network to lock later',
};
const known: Readonly<Record<string, string>> = NAMES;

/** A kind of effect in words; one that is not known yet is called by its name. */
export const kindName = (kind: string): string => known[kind] ?? kind;
