import type { Queryable } from '../../client.ts';

export interface Consent {
  readonly version: string;
  readonly language: string;
  /** Of the text as it stood on the page. */
  readonly textSha256: string;
  readonly givenAt: Date;
  readonly sender: string;
}

/** Keeps the consent that an application by form was given under; given again, the newest stands. */
export async function putConsent(db: Queryable, externalId: string, consent: Consent): Promise<void> {
  const { version, language, textSha256, givenAt, sender } = consent;
  await db.query(
    `
    insert into application_consent (application_id, version, language, text_sha256, given_at, sender_hash)
    select application_id, $2, $3, $4, $5, $6
      from application
     where source = 'form' and external_id = $1
    on conflict (application_id) do update
       set version = excluded.version, language = excluded.language, text_sha256 = excluded.text_sha256,
           given_at = excluded.given_at, sender_hash = excluded.sender_hash
    `,
    [externalId, version, language, textSha256, givenAt, sender],
  );
}
