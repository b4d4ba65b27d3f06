import { z } from 'zod';
import { HUMAN_REASONS, type HumanReasonCode } from './human-reasons.ts';

/** Who takes a mail in hand. */
export const Desk = z.enum(['press', 'legal', 'manager', 'security']);
export type Desk = z.infer<typeof Desk>;

/** Why a person gets a mail, besides what triage found in its words. */
const OTHER_REASONS = {
  unsure: 'It could not be told what it wants.',
  injection_suspected: 'It seems to speak to the machine that reads it.',
  unreadable: 'It could not be read.',
  internal: 'A colleague passed it on.',
  no_answer: 'There is no answer that our own figures give.',
  no_letter: 'There is no letter for this in its language.',
  termination: 'It speaks of ending the partnership.',
  sender_unproven: 'Nothing proves that it comes from whom it names.',
  suppressed: 'Its sender does not want mail from us.',
} as const;

export const HAND_OVER_REASONS = { ...HUMAN_REASONS, ...OTHER_REASONS } as const;
export type HandOverReason = keyof typeof HAND_OVER_REASONS;

export const HandOverReason = z.enum(Object.keys(HAND_OVER_REASONS) as [HandOverReason, ...HandOverReason[]]);

const DESK_OF: Partial<Record<HandOverReason | HumanReasonCode, Desk>> = {
  payout_change: 'security',
  phishing: 'security',
  injection_suspected: 'security',
  press: 'press',
  public_threat: 'press',
  legal: 'legal',
};
/** What could be stolen goes before what could be printed, and that before what could be sued over. */
const DESKS: readonly Desk[] = ['security', 'press', 'legal'];

/** The desk that a mail with these reasons goes to; the manager's own when none is called for. */
export function deskOf(reasons: readonly HandOverReason[]): Desk {
  const called = reasons.map((reason) => DESK_OF[reason]);
  return DESKS.find((desk) => called.includes(desk)) ?? 'manager';
}
