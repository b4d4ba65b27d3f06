import type { Queryable } from '../../../db/client.ts';
import { hasApplication } from '../../../db/queries/applications/has-application.ts';
import { listMailParts } from '../../../db/queries/mail/list-mail-parts.ts';
import { readMail } from '../../../db/queries/mail/read-mail.ts';
import { applicationInMail } from '../../domain/applications/application-in-mail.ts';
import type { Triage } from '../../domain/inbox/triage.ts';
import { takeApplication } from './take-application.ts';

/**
 * Stores what a mail applies with, once a mail; a later mail of the same conversation takes the place of the earlier one.
 *
 * @returns whether the mail is an application that vetting answers.
 */
export async function takeMailApplication(
  db: Queryable,
  {
    mailId,
    triage,
    now,
    policy,
  }: {
    readonly mailId: string;
    readonly triage: Triage;
    readonly now: Date;
    readonly policy: { readonly duplicateTextCharacters: number };
  },
): Promise<boolean> {
  const mail = await readMail(db, mailId);
  if (mail === null || mail.parsed === null || mail.direction !== 'in') return false;
  const pictures = (await listMailParts(db, mailId)).filter(
    ({ contentType, isKept }) => isKept && /^image\/(?!svg)/i.test(contentType),
  );
  const applicant = applicationInMail(mail.parsed, triage, pictures);
  if (applicant === null) return false;
  await takeApplication(
    db,
    { id: mail.threadId, ...applicant },
    {
      source: 'mail',
      receivedAt: now,
      isSimulated: mail.isSimulated,
      duplicateTextCharacters: policy.duplicateTextCharacters,
      mailId,
    },
  );
  // One that was decided already stays as it is: then the inbox answers this mail like any other.
  return hasApplication(db, mailId);
}
