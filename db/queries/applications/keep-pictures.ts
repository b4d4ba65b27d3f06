import { fingerprintKeys } from '../../../src/domain/applications/fingerprint-keys.ts';
import type { Fingerprint } from '../../../src/domain/applications/stored-application.ts';
import type { LookMeasure } from '../../../src/domain/vetting/look/look-measure.ts';
import type { Queryable } from '../../client.ts';

export interface PictureToKeep {
  /** Of its post, from 1. */
  readonly place: number;
  readonly state: 'seen' | 'broken' | 'absent';
  readonly reason: string | null;
  /** 16 hexadecimal digits. */
  readonly hash: string | null;
  readonly look: LookMeasure | null;
  /** A small WebP of ours. */
  readonly shown: Uint8Array | null;
}

/**
 * Keeps what was seen of an application's pictures in place of what was seen before, and what finds others with the same.
 * The pictures are written last and at once: a try that dies on its way counts as none.
 */
export async function keepPictures(
  db: Queryable,
  {
    applicationId,
    sha256,
    fingerprint,
  }: { readonly applicationId: string; readonly sha256: string; readonly fingerprint: Fingerprint },
  pictures: readonly PictureToKeep[],
): Promise<void> {
  await db.query(
    'update application set fingerprint = $2, fingerprint_keys = $3 where application_id = $1 and sha256 = $4',
    [applicationId, JSON.stringify(fingerprint), fingerprintKeys(fingerprint), sha256],
  );
  await db.query('delete from application_picture where application_id = $1', [applicationId]);
  await db.query(
    `
    insert into application_picture (application_id, sha256, place, state, reason, hash, look, shown)
    select $1, $2, seen.*
      from unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::jsonb[], $8::bytea[])
        as seen (place, state, reason, hash, look, shown)
    on conflict do nothing
    `,
    [
      applicationId,
      sha256,
      pictures.map(({ place }) => place),
      pictures.map(({ state }) => state),
      pictures.map(({ reason }) => reason),
      pictures.map(({ hash }) => hash),
      pictures.map(({ look }) => look && JSON.stringify(look)),
      pictures.map(({ shown }) => shown && Buffer.from(shown)),
    ],
  );
}
