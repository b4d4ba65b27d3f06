import { z } from 'zod';
import type { LetterFacts } from '../../../src/domain/deliveries/letter-of.ts';
import type { Queryable } from '../../client.ts';

const FactsRow = z.object({
  email: z.string().nullable(),
  from_address: z.string().nullable(),
  subject: z.string().nullable(),
  is_by_machine: z.boolean().nullable(),
  applied_by: z.string().nullable(),
  applied_from: z.string().nullable(),
  applied_subject: z.string().nullable(),
  applied_references: z.array(z.string()).nullable(),
});

/** Our own rows about whom a letter goes to: a partner, the sender of a mail, or an applicant; null where it is none. */
export async function letterFacts(
  db: Queryable,
  {
    partnerId,
    mailId,
    applicationId,
  }: {
    readonly partnerId: string | null;
    readonly mailId: string | null;
    readonly applicationId: string | null;
  },
): Promise<LetterFacts> {
  const { rows } = await db.query(
    `
    select coalesce((select email from partner where partner_id = $1),
                    (select email from application where application_id = $3)) as email, m.from_address, m.subject,
           m.parsed ->> 'automatic' is not distinct from 'reply' or m.parsed -> 'isDeliveryReport' = 'true' as is_by_machine,
           by_mail.message_id as applied_by, by_mail.from_address as applied_from, by_mail.subject as applied_subject,
           by_mail.parsed -> 'references' as applied_references
      from (select) as always
      left join mail m on m.mail_id = $2 and m.direction = 'in'
      left join application a on a.application_id = $3
      left join mail by_mail on by_mail.mail_id = a.mail_id and not by_mail.is_message_id_repeated
    `,
    [partnerId, mailId, applicationId],
  );
  const row = FactsRow.parse(rows[0]);
  return {
    addressOnFile: row.email,
    conversation:
      row.applied_by === null
        ? null
        : {
            inReplyTo: row.applied_by,
            references: [...(row.applied_references ?? []), row.applied_by],
            fromAddress: row.applied_from ?? '',
            subject: row.applied_subject ?? '',
          },
    answered:
      row.from_address === null
        ? null
        : {
            fromAddress: row.from_address,
            subject: row.subject ?? '',
            isByMachine: row.is_by_machine === true,
          },
  };
}
