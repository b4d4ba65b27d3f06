import { z } from 'zod';
import { AskedFact } from '../applications/asked-fact.ts';
import { Desk, HandOverReason } from '../inbox/hand-over.ts';
import { MoneyJson } from '../money/micros.ts';
import { VettingFlag } from '../vetting/flag.ts';

const Id = z.string().min(1).max(200);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The conversions an effect touches: the rows stand in `proposal_line`, their hash binds them to the approval. */
const Lines = z.strictObject({ count: z.int().min(1).max(1_000_000), sha256: Sha256 });

/** Keep unpaid commission back until the case is closed. */
export const CommissionHold = z.strictObject({
  kind: z.literal('commission.hold'),
  partnerId: Id,
  network: Id,
  money: MoneyJson,
  lines: Lines,
});

/** Take back commission already locked or paid. */
export const CommissionClawback = z.strictObject({
  kind: z.literal('commission.clawback'),
  partnerId: Id,
  network: Id,
  money: MoneyJson,
  lines: Lines,
});

/** Stop attribution for a partner, or for one of its sub-IDs, from the moment of delivery. */
export const PartnerBlock = z.strictObject({
  kind: z.literal('partner.block'),
  partnerId: Id,
  network: Id,
  subId: Id.nullable(),
});

/** Send the partner a letter that names the figures and how to appeal. */
export const PartnerWarn = z.strictObject({
  kind: z.literal('partner.warn'),
  partnerId: Id,
  network: Id,
  subject: z.string().min(1).max(200),
  body: z.string().min(1).max(8_000),
});

const Address = z.email().max(320);
/** Without angle brackets; what could end a header line is no message id. */
const MessageId = z.string().regex(/^[!-;=?-~]{1,400}$/);
const Subject = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\r\n]*$/);
const Body = z.string().min(1).max(8_000);
const RateBps = z.int().min(0).max(10_000);

/** Answer a mail. Every word of it is ours; what the sender wrote is quoted nowhere. */
export const MailReply = z.strictObject({
  kind: z.literal('mail.reply'),
  /** Null when the sender is no partner of ours. */
  partnerId: Id.nullable(),
  mailId: z.uuid(),
  /** The sender's own address where it is proven, else the partner's address on file. */
  to: Address,
  subject: Subject,
  body: Body,
  /** ISO 639-1. */
  language: z.string().regex(/^[a-z]{2,3}$/),
  inReplyTo: MessageId.nullable(),
  /** Oldest first. */
  references: z.array(MessageId).max(50),
  /** Filled from a template of ours, or from a person's own words; never written by a model. */
  isTemplate: z.boolean(),
  /** Triage found that the policy may let it pass without a person. */
  automatic: z.boolean(),
});

/** A person takes a mail in hand; nothing leaves the house. */
export const MailHandOver = z.strictObject({
  kind: z.literal('mail.hand-over'),
  partnerId: Id.nullable(),
  mailId: z.uuid(),
  desk: Desk,
  reasons: z.array(HandOverReason).min(1).max(20),
});

/** Pay a partner another rate from a day on. */
export const CommissionChange = z.strictObject({
  kind: z.literal('commission.change'),
  partnerId: Id,
  network: Id,
  /** Null for all products. */
  skuGroup: Id.nullable(),
  /** What would hold at `startsAt` without the change; null when no rate is on file. */
  fromBps: RateBps.nullable(),
  toBps: RateBps,
  startsAt: z.iso.datetime(),
  /** Null until it is changed again. */
  endsAt: z.iso.datetime().nullable(),
});

/** Ask a partner, at the address on file alone, to enter a change of payout details with the network itself. */
export const PartnerPayoutDetails = z.strictObject({
  kind: z.literal('partner.payout-details'),
  partnerId: Id,
  /** The mail that asked for it. */
  mailId: z.uuid(),
  /** The address on file, whoever wrote. */
  to: Address,
  subject: Subject,
  body: Body,
});

/** What every answer to an application has: to whom, in which words, about which version of it. */
const ApplicationLetter = {
  /** An applicant is no partner yet. */
  partnerId: z.null(),
  applicationId: z.uuid(),
  /** Of the application as it was vetted. */
  sha256: Sha256,
  /** The address that the application names; null when it names none: then nothing is sent. */
  to: Address.nullable(),
  subject: Subject,
  body: Body,
  /** ISO 639-1. */
  language: z.string().regex(/^[a-z]{2,3}$/),
  /** The policy may let it pass without a person, where it lists the kind. */
  automatic: z.boolean(),
};

/** Take an applicant in as a partner whose first step at the network is still to come. */
export const ApplicationAccept = z.strictObject({
  kind: z.literal('application.accept'),
  ...ApplicationLetter,
  /** The partner type it becomes. */
  group: z.enum(['influencer', 'content']),
  /** To start with; null when comparable partners' figures bear none. */
  rateBps: RateBps.nullable(),
  /** A code to set up for it; null when it wants none. */
  code: z
    .string()
    .regex(/^[A-Z0-9]{4,20}$/)
    .nullable(),
});

/** Turn an applicant down. */
export const ApplicationDecline = z.strictObject({
  kind: z.literal('application.decline'),
  ...ApplicationLetter,
  /** What vetting found; empty when a person decided against it. */
  reasons: z.array(VettingFlag).max(30),
});

/** Ask an applicant for what is missing. */
export const ApplicationAsk = z.strictObject({
  kind: z.literal('application.ask'),
  ...ApplicationLetter,
  missing: z.array(AskedFact).min(1).max(10),
});

/** Everything an agent may ask for. One member per effect; every switch on it ends `effect satisfies never`. */
export const Effect = z.discriminatedUnion('kind', [
  CommissionHold,
  CommissionClawback,
  PartnerBlock,
  PartnerWarn,
  MailReply,
  MailHandOver,
  CommissionChange,
  PartnerPayoutDetails,
  ApplicationAccept,
  ApplicationDecline,
  ApplicationAsk,
]);
export type Effect = z.infer<typeof Effect>;
export type EffectKind = Effect['kind'];

export const EFFECT_KINDS: readonly EffectKind[] = [
  'commission.hold',
  'commission.clawback',
  'partner.block',
  'partner.warn',
  'mail.reply',
  'mail.hand-over',
  'commission.change',
  'partner.payout-details',
  'application.accept',
  'application.decline',
  'application.ask',
];

/** The fields a person may change while approving. What is not listed is computed, and only code computes figures. */
export const EDITABLE: Readonly<Record<EffectKind, readonly string[]>> = {
  'commission.hold': [],
  'commission.clawback': [],
  'partner.block': [],
  'partner.warn': ['subject', 'body'],
  'mail.reply': ['subject', 'body'],
  'mail.hand-over': [],
  'commission.change': [],
  'partner.payout-details': [],
  'application.accept': ['subject', 'body'],
  'application.decline': ['subject', 'body'],
  'application.ask': ['subject', 'body'],
};
