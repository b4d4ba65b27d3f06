import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Fingerprint } from '../../../src/domain/applications/stored-application.ts';
import type { Queryable } from '../../client.ts';
import { storableJson, storableText } from '../mail/storable.ts';

const Row = z.object({ is_new: z.boolean() });

export interface NewApplication {
  readonly source: 'file' | 'mail' | 'demo' | 'form' | 'impact';
  /** What the source calls it. */
  readonly externalId: string;
  readonly receivedAt: Date;
  /** As given. */
  readonly applicant: unknown;
  /** In lower case; null when it names no address. */
  readonly email: string | null;
  readonly fingerprint: Fingerprint;
  readonly fingerprintKeys: readonly string[];
  readonly mailId: string | null;
  readonly isSimulated: boolean;
}

/**
 * Stores one application. The same again changes nothing; one sent again with something changed is vetted anew, unless it
 * has been accepted or declined.
 */
export async function putApplication(
  db: Queryable,
  {
    source,
    externalId,
    receivedAt,
    applicant,
    email,
    fingerprint,
    fingerprintKeys,
    mailId,
    isSimulated,
  }: NewApplication,
): Promise<'inserted' | 'updated' | 'unchanged'> {
  const given = storableJson(applicant);
  const { rows } = await db.query(
    `
    insert into application as a
      (source, external_id, received_at, applicant, sha256, email, fingerprint, fingerprint_keys, mail_id, is_simulated)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    on conflict (source, external_id) do update
       set applicant = excluded.applicant, sha256 = excluded.sha256, email = excluded.email,
           fingerprint = excluded.fingerprint, fingerprint_keys = excluded.fingerprint_keys,
           received_at = excluded.received_at, mail_id = coalesce(excluded.mail_id, a.mail_id), status = 'new', vetting = null
     where a.sha256 <> excluded.sha256 and a.status not in ('accepted', 'declined')
    returning xmax = 0 as is_new
    `,
    [
      source,
      storableText(externalId),
      receivedAt,
      given,
      createHash('sha256').update(given).digest('hex'),
      email,
      storableJson(fingerprint),
      fingerprintKeys.map(storableText),
      mailId,
      isSimulated,
    ],
  );
  const [row] = rows;
  if (row === undefined) return 'unchanged';
  return Row.parse(row).is_new ? 'inserted' : 'updated';
}
