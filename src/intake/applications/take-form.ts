import { createHash } from 'node:crypto';
import type pg from 'pg';
import { noteForm } from '../../../db/queries/applications/note-form.ts';
import { putConsent } from '../../../db/queries/applications/put-consent.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { type ApplyForm, applicantOf } from '../../domain/applications/apply-form.ts';
import type { Policy } from '../../domain/policies.ts';
import { takeApplication } from './take-application.ts';

/** Which consent text it is; a changed text gets another. */
export const CONSENT_VERSION = '2026-11';

export interface SentForm {
  readonly form: ApplyForm;
  /** ISO 639-1 of the page. */
  readonly language: string;
  /** As it stood on the page. */
  readonly consentText: string;
  /** Who sent it, hashed. */
  readonly sender: string;
  readonly now: Date;
}

/** Stores an application by form with its consent, unless too many came. The same again changes nothing. */
export async function takeForm(
  pool: pg.Pool,
  { form, language, consentText, sender, now }: SentForm,
  { apply, vetting }: Pick<Policy, 'apply' | 'vetting'>,
): Promise<'taken' | 'too_many'> {
  const count = await noteForm(pool, { sender, now });
  if (count.ofSender > apply.perSenderPerDay || count.ofAll > apply.perDay) return 'too_many';
  const applicant = applicantOf(form, language);
  await inTransaction(pool, async (db) => {
    await takeApplication(db, applicant, {
      source: 'form',
      receivedAt: now,
      isSimulated: false,
      duplicateTextCharacters: vetting.duplicateTextCharacters,
    });
    await putConsent(db, applicant.id, {
      version: CONSENT_VERSION,
      language,
      textSha256: createHash('sha256').update(consentText).digest('hex'),
      givenAt: now,
      sender,
    });
  });
  return 'taken';
}
