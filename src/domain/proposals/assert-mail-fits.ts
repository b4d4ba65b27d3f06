import { Refusal } from '../errors.ts';
import type { Effect } from './effect.ts';

/** What the tables say now of the mail behind an effect. */
export interface MailState {
  readonly direction: 'in' | 'out';
  readonly status: string;
  /** What triage found that it wants; null when it was never made. */
  readonly intent: string | null;
  /** Whose it is by our own look-up; null when the sender is no partner. */
  readonly partnerId: string | null;
  /** Where an answer may go, in lower case; null when nowhere. */
  readonly answerAddress: string | null;
  /** The partner's address on file, in lower case; null when there is none. */
  readonly addressOnFile: string | null;
  /** Addresses among those two that get no mail from us any more. */
  readonly suppressed: readonly string[];
  /** Another answer to this mail is approved, under way or delivered. */
  readonly hasOtherReply: boolean;
}

export type MailEffect = Extract<Effect, { mailId: string }>;

const OVER: readonly string[] = ['answered', 'handled', 'ignored'];

/**
 * The mail behind an effect once more: whose it is, whether it still waits, and where an answer goes.
 *
 * @param state - null when there is no such mail.
 * @throws {Refusal} `mail_unknown`; `proposal_stale` when it was answered or taken in hand meanwhile, is somebody
 *   else's, or the address is neither the proven sender's nor the one on file.
 */
export function assertMailFits(effect: MailEffect, state: MailState | null): void {
  const { mailId, partnerId } = effect;
  if (state === null || state.direction !== 'in') {
    throw new Refusal('mail_unknown', 'There is no such mail any more.', { mailId });
  }
  if (state.partnerId !== partnerId) throw stale(mailId, 'The mail is not from whom this was meant for.');
  switch (effect.kind) {
    case 'mail.hand-over':
      if (OVER.includes(state.status)) throw stale(mailId, `The mail is ${state.status} already.`);
      return;
    case 'mail.reply':
      if (state.status === 'answered' || state.hasOtherReply) {
        throw stale(mailId, 'The mail has been answered meanwhile.');
      }
      assertAddress(effect, state, state.answerAddress);
      return;
    case 'partner.payout-details':
      assertAddress(effect, state, state.addressOnFile);
      return;
    default:
      effect satisfies never;
  }
}

function assertAddress(
  { mailId, to }: { readonly mailId: string; readonly to: string },
  { suppressed }: MailState,
  allowed: string | null,
): void {
  const address = to.toLowerCase();
  if (address !== allowed) {
    throw stale(mailId, 'The address is neither the proven sender’s nor the one on file.');
  }
  if (suppressed.includes(address)) throw stale(mailId, 'This address wants no more mail from us.');
}

const stale = (mailId: string, sentence: string): Refusal =>
  new Refusal('proposal_stale', sentence, { mailId });
