import type { Queryable } from '../../../db/client.ts';
import { keepPictures, type PictureToKeep } from '../../../db/queries/applications/keep-pictures.ts';
import { readApplication as readStored } from '../../../db/queries/applications/read-application.ts';
import { attachmentBytes } from '../../../db/queries/mail/attachment-bytes.ts';
import { readApplication } from '../../domain/vetting/read-application.ts';
import { pictureFacts, type SeenPictures, seePictures } from '../vetting/images/application-pictures.ts';
import type { PictureSources } from '../vetting/images/open-picture.ts';
import type { PictureWorkers } from '../vetting/images/picture-workers.ts';

export interface SeeingDeps extends PictureSources {
  readonly db: Queryable;
  readonly workers: PictureWorkers;
  readonly signal?: AbortSignal;
}

/**
 * Looks at the pictures of one stored application and keeps what was seen, once for each version of it.
 *
 * @param given - the application as it came, where its pictures are not stored with it; else what is stored is read.
 */
export async function seeApplication(
  { db, workers, signal, ...sources }: SeeingDeps,
  applicationId: string,
  given?: unknown,
): Promise<void> {
  const stored = await readStored(db, applicationId);
  const read = stored === null ? null : readApplication(given ?? stored.applicant);
  if (stored === null || read === null || 'error' in read) return;
  const seen = await seePictures(read.application, {
    workers,
    ...sources,
    withShown: true,
    ...(signal === undefined ? {} : { signal }),
    kept: async (name) => {
      const own = await sources.kept?.(name);
      if (own) return own;
      const partNo = /^attachment:(\d{1,4})$/.exec(name)?.[1];
      return partNo === undefined ? null : attachmentBytes(db, { applicationId, partNo: Number(partNo) });
    },
  });
  const pictures = picturesOf(seen);
  if (pictures.length === 0) return;
  const pictureHashes = [...(pictureFacts(seen)?.hashes ?? [])];
  const fingerprint = { ...stored.fingerprint, pictureHashes };
  await keepPictures(db, { applicationId, sha256: stored.sha256, fingerprint }, pictures);
}

const picturesOf = ({ seen, unreadable }: SeenPictures): PictureToKeep[] => [
  ...seen.map(({ place, look, hash, shown }) => ({
    place,
    state: 'seen' as const,
    reason: null,
    hash,
    look,
    shown,
  })),
  ...unreadable.map((picture) => ({ ...picture, hash: null, look: null, shown: null })),
];
