import { z } from 'zod';
import { answerAddress } from '../../../src/domain/inbox/answer-address.ts';
import type { MailState } from '../../../src/domain/proposals/assert-mail-fits.ts';
import type { Queryable } from '../../client.ts';
import { findSenderPartner } from './find-sender-partner.ts';
import { readMail } from './read-mail.ts';

const AroundRow = z.object({
  address_on_file: z.string().nullable(),
  has_other_reply: z.boolean(),
  suppressed: z.array(z.string()),
});

/**
 * How the mail behind an effect stands now; `null` when there is none. Whose it is comes from the sender's look-up made
 * again, not from what was once stored.
 *
 * @param proposalId - the effect's own proposal, which is no other answer; `null` before it exists.
 */
export async function mailState(
  db: Queryable,
  { mailId, proposalId }: { readonly mailId: string; readonly proposalId: string | null },
): Promise<MailState | null> {
  const mail = await readMail(db, mailId);
  if (mail === null) return null;
  const sender = await findSenderPartner(db, mail);
  const { rows } = await db.query(
    `
    select lower(p.email) as address_on_file,
           exists (
             select from proposal other
              where other.kind = 'mail.reply' and other.effect ->> 'mailId' = $1
                and other.status in ('approved', 'executed', 'delivered', 'unknown', 'needs_person')
                and other.proposal_id is distinct from $2
           ) as has_other_reply,
           array(select s.address from mail_suppression s where s.address in (lower($4), lower(p.email))) as suppressed
      from (select) one
      left join partner p on p.partner_id = $3
    `,
    [mailId, proposalId, sender?.partnerId ?? null, mail.fromAddress],
  );
  const around = AroundRow.parse(rows[0]);
  const addressOnFile = around.address_on_file;
  return {
    direction: mail.direction,
    status: mail.status,
    intent: mail.triage?.intent ?? null,
    partnerId: sender?.partnerId ?? null,
    answerAddress: answerAddress(mail.fromAddress, sender && { ...sender, addressOnFile }),
    addressOnFile,
    suppressed: around.suppressed,
    hasOtherReply: around.has_other_reply,
  };
}
