import type {
  Delivery,
  DeliveryAnswer,
  DeliveryTarget,
  Receipt,
} from '../../domain/deliveries/delivery-target.ts';
import { type Letter, type LetterFacts, letterOf } from '../../domain/deliveries/letter-of.ts';
import type { MailServer } from '../../domain/deliveries/mail-server.ts';
import { SMTP } from '../../domain/deliveries/target-of.ts';
import type { Effect } from '../../domain/proposals/effect.ts';
import { composeLetter, messageIdOf, type Sender } from './compose-letter.ts';
import { type SmtpTimes, sendBytes } from './send-bytes.ts';

/** A letter that a server took. */
export interface SentLetter {
  readonly actionId: string;
  readonly effect: Effect;
  readonly letter: Letter;
  /** As they left. */
  readonly bytes: Buffer;
  readonly at: Date;
  readonly receipt: Receipt;
}

/** What our own rows say; main hands it in, since a connector knows no database. */
export interface LetterRecords {
  facts(effect: Effect): Promise<LetterFacts>;
  /** A sentence when this address gets nothing from us, or nothing more today; null when it does. */
  refusal(address: string): Promise<string | null>;
  /** What was sent for an action; null when nothing is known to have been. */
  findSent(actionId: string): Promise<Receipt | null>;
  keepSent(sent: SentLetter): Promise<void>;
  /** The public address under which somebody ends our mail. */
  unsubscribeUrl(address: string): Promise<string>;
}

export interface SmtpTargetSettings {
  readonly server: MailServer;
  readonly sender: Sender;
  readonly records: LetterRecords;
  readonly now: () => Date;
  readonly times?: SmtpTimes;
}

/** Together below what a call may take, so that our own word on how it ended comes first. */
const TIMES: SmtpTimes = { greetingSeconds: 8, silenceSeconds: 12 };
/** How long one call may take as a whole, seconds: less than a process has to end. */
const CALL_SECONDS = 15;

/**
 * Letters by a mail server. SMTP knows no idempotency: what may have been taken is looked up among what we know to have
 * been sent, and otherwise left to a person; nothing is sent twice.
 */
export function smtpTarget({
  server,
  sender,
  records,
  now,
  times = TIMES,
}: SmtpTargetSettings): DeliveryTarget {
  return {
    name: SMTP,
    idempotent: false,
    callSeconds: CALL_SECONDS,
    lookUp: (actionId) => records.findSent(actionId),
    async deliver({ idempotencyKey: actionId, effect }: Delivery, signal): Promise<DeliveryAnswer> {
      const at = now();
      const prepared = await prepare(actionId, effect, { sender, records, at });
      if ('state' in prepared) return prepared;
      const { letter, bytes, messageId } = prepared;
      const mail = { from: sender.address, to: letter.to, bytes };
      const answer = await sendBytes(server, mail, times, signal);
      if (answer.state !== 'accepted') return answer;
      const receipt = { receivedAt: now(), body: { messageId, to: letter.to, response: answer.response } };
      await records.keepSent({ actionId, effect, letter, bytes, at, receipt });
      return { state: 'accepted', receipt };
    },
  };
}

async function prepare(
  actionId: string,
  effect: Effect,
  { sender, records, at }: Pick<SmtpTargetSettings, 'sender' | 'records'> & { readonly at: Date },
): Promise<DeliveryAnswer | { letter: Letter; bytes: Buffer; messageId: string }> {
  try {
    const letter = letterOf(effect, await records.facts(effect));
    if (typeof letter === 'string') return { state: 'refused', reason: letter };
    const refusal = await records.refusal(letter.to);
    if (refusal !== null) return { state: 'refused', reason: refusal };
    const messageId = messageIdOf(actionId, sender);
    const unsubscribeUrl = await records.unsubscribeUrl(letter.to);
    return {
      letter,
      messageId,
      bytes: await composeLetter(letter, { sender, messageId, at, unsubscribeUrl }),
    };
  } catch (error) {
    // Nothing has left yet, so it may be tried again.
    const reason = error instanceof Error ? error.message : String(error);
    return { state: 'failed', reason: `The letter could not be made: ${reason.slice(0, 300)}` };
  }
}
