import type { Queryable } from '../../db/client.ts';
import { countSentTo } from '../../db/queries/mail/count-sent-to.ts';
import { findSent } from '../../db/queries/mail/find-sent.ts';
import { isSuppressed, type SuppressionReason } from '../../db/queries/mail/is-suppressed.ts';
import { letterFacts } from '../../db/queries/mail/letter-facts.ts';
import { markAnswered } from '../../db/queries/mail/mark-answered.ts';
import { rawMail } from '../../db/queries/mail/raw-mail.ts';
import { readUnsubscribeKey } from '../../db/queries/mail/read-unsubscribe-key.ts';
import { storeMail } from '../../db/queries/mail/store-mail.ts';
import type { LetterRecords, SentLetter } from '../connectors/mail/write.ts';
import { unsubscribeToken } from '../domain/inbox/unsubscribe-token.ts';
import { MAIL_LIMITS } from '../intake/mail/mail-limits.ts';
import { parseMail } from '../intake/mail/parse-mail.ts';

/** A loop of two machines, or of an agent with itself, ends here. */
const MAILS_A_DAY_MAX = 10;
const DAY_MS = 86_400_000;

const REASONS: Readonly<Record<SuppressionReason, string>> = {
  unsubscribe: 'This address asked us for no more mail.',
  bounce: 'Mail to this address came back: the mailbox does not exist.',
  complaint: 'This address reported our mail as unwanted.',
  manual: 'This address was put on the list of those that get no mail.',
};

/** What the mail connector may know and note, from our rows. @param publicUrl - without a slash at the end. */
export function letterRecords(db: Queryable, publicUrl: string, now: () => Date): LetterRecords {
  return {
    facts: (effect) =>
      letterFacts(db, {
        partnerId: effect.partnerId,
        mailId: effect.kind === 'mail.reply' ? effect.mailId : null,
        applicationId: 'applicationId' in effect ? effect.applicationId : null,
      }),
    async refusal(address) {
      const reason = await isSuppressed(db, address);
      if (reason !== null) return REASONS[reason];
      const sent = await countSentTo(db, address, new Date(now().getTime() - DAY_MS));
      return sent < MAILS_A_DAY_MAX
        ? null
        : `This address has had ${sent} mails from us in a day; more would not be read.`;
    },
    findSent: (actionId) => findSent(db, actionId),
    keepSent: (sent) => keepSent(db, sent),
    async unsubscribeUrl(address) {
      return `${publicUrl}/unsubscribe/${unsubscribeToken(address, await readUnsubscribeKey(db))}`;
    },
  };
}

/** Puts a mail of ours into its conversation, read back from the bytes that left. */
async function keepSent(db: Queryable, { actionId, effect, bytes, receipt }: SentLetter): Promise<void> {
  const at = receipt.receivedAt;
  await storeMail(db, await parseMail(bytes, MAIL_LIMITS), await rawMail(bytes), {
    source: 'outbox',
    now: at,
    isSimulated: false,
    sent: { actionId, at, partnerId: effect.partnerId },
  });
  await markAnswered(db, effect);
}
