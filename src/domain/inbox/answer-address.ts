import { MailReply } from '../proposals/effects/mail.ts';

/** Who a mail is from, by our own look-up. */
export interface ProvenSender {
  readonly how: 'address' | 'domain' | 'thread';
  /** The receiving server proved the domain of its From line. */
  readonly authenticated: boolean;
  /** The partner's address on file; null when there is none. */
  readonly addressOnFile: string | null;
}

/**
 * The one address that an answer to a mail may go to, in lower case; null when there is none.
 *
 * A partner's figures go to the From address only where that is proven to be the partner's; in every other case to the
 * address on file. Knowing a thread proves nothing. A Reply-To line is never followed. What has not the form of an
 * address (`user@localhost`) gets no answer.
 *
 * @param sender - null when the sender is no partner: then an answer holds nothing private.
 */
export function answerAddress(fromAddress: string, sender: ProvenSender | null): string | null {
  const from = wellFormed(fromAddress);
  if (sender === null) return from;
  if (from !== null && sender.authenticated && sender.how !== 'thread') return from;
  return wellFormed(sender.addressOnFile ?? '');
}

function wellFormed(text: string): string | null {
  const address = text.trim().toLowerCase();
  return MailReply.shape.to.safeParse(address).success ? address : null;
}
