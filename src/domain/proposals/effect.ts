import { z } from 'zod';
import { ApplicationAccept, ApplicationAsk, ApplicationDecline } from './effects/application.ts';
import {
  CommissionChange,
  CommissionClawback,
  CommissionCorrect,
  CommissionHold,
} from './effects/commission.ts';
import {
  CodeReissue,
  CodeRetire,
  CommissionZeroNonOwner,
  PartnerOffboard,
  SiteBlacklist,
} from './effects/coupon.ts';
import { MailHandOver, MailReply } from './effects/mail.ts';
import { NetworkExtendLock } from './effects/network.ts';
import { PartnerBlock, PartnerPayoutDetails, PartnerWarn } from './effects/partner.ts';

/** Everything an agent may ask for. One member per effect; every switch on it ends `effect satisfies never`. */
export const Effect = z.discriminatedUnion('kind', [
  CommissionHold,
  CommissionClawback,
  CommissionCorrect,
  PartnerBlock,
  PartnerWarn,
  MailReply,
  MailHandOver,
  CommissionChange,
  PartnerPayoutDetails,
  ApplicationAccept,
  ApplicationDecline,
  ApplicationAsk,
  CodeRetire,
  CodeReissue,
  CommissionZeroNonOwner,
  SiteBlacklist,
  PartnerOffboard,
  NetworkExtendLock,
]);
export type Effect = z.infer<typeof Effect>;
export type EffectKind = Effect['kind'];

export const EFFECT_KINDS: readonly EffectKind[] = [
  'commission.hold',
  'commission.clawback',
  'commission.correct',
  'partner.block',
  'partner.warn',
  'mail.reply',
  'mail.hand-over',
  'commission.change',
  'partner.payout-details',
  'application.accept',
  'application.decline',
  'application.ask',
  'code.retire',
  'code.reissue',
  'commission.zero-non-owner',
  'site.blacklist',
  'partner.offboard',
  'network.extend-lock',
];

/** The fields a person may change while approving. What is not listed is computed, and only code computes figures. */
export const EDITABLE: Readonly<Record<EffectKind, readonly string[]>> = {
  'commission.hold': [],
  'commission.clawback': [],
  'commission.correct': [],
  'partner.block': [],
  'partner.warn': ['subject', 'body'],
  'mail.reply': ['subject', 'body'],
  'mail.hand-over': [],
  'commission.change': [],
  'partner.payout-details': [],
  'application.accept': ['subject', 'body'],
  'application.decline': ['subject', 'body'],
  'application.ask': ['subject', 'body'],
  'code.retire': [],
  'code.reissue': ['newCode'],
  'commission.zero-non-owner': [],
  'site.blacklist': [],
  'partner.offboard': ['subject', 'body'],
  'network.extend-lock': ['subject', 'body'],
};
