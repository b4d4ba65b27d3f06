import { z } from 'zod';
import { Desk, HandOverReason } from '../../inbox/hand-over.ts';
import { Address, Body, Id, MessageId, Subject } from './effect-parts.ts';

/** Answer a mail. Every word of it is ours; what the sender wrote is quoted nowhere. */
export const MailReply = z.strictObject({
  kind: z.literal('mail.reply'),
  /** Null when the sender is no partner of ours. */
  partnerId: Id.nullable(),
  mailId: z.uuid(),
  /** The sender's own address where it is proven, else the partner's address on file. */
  to: Address,
  /** `[their subject]` in it stands for the mail's own, filled in as the letter leaves. */
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
