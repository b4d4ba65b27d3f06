import type { Queryable } from '../../../db/client.ts';
import { type NewApplication, putApplication } from '../../../db/queries/applications/put-application.ts';
import { addressIn } from '../../domain/applications/address-in.ts';
import { fingerprintKeys } from '../../domain/applications/fingerprint-keys.ts';
import { withoutPictures } from '../../domain/applications/without-pictures.ts';
import { batchEntry } from '../../domain/vetting/batch/batch-index.ts';
import { readApplication } from '../../domain/vetting/read-application.ts';

export interface TakenFrom extends Pick<NewApplication, 'source' | 'receivedAt' | 'isSimulated'> {
  /** Shorter texts are alike by chance. */
  readonly duplicateTextCharacters: number;
  /** The mail that it came by; left out when it came otherwise. */
  readonly mailId?: string;
}

/** Stores one application as given, with what finds others like it. @returns `rejected` with a sentence when it is none. */
export async function takeApplication(
  db: Queryable,
  value: unknown,
  { source, receivedAt, isSimulated, duplicateTextCharacters, mailId }: TakenFrom,
): Promise<
  { state: 'inserted' | 'updated' | 'unchanged'; externalId: string } | { state: 'rejected'; reason: string }
> {
  const read = readApplication(value);
  if ('error' in read) return { state: 'rejected', reason: read.error.message };
  const { application } = read;
  const named = { ...application, id: `${source}:${application.id}` };
  const entry = batchEntry(named, duplicateTextCharacters);
  const fingerprint = {
    ...entry,
    aboutHashes: [...entry.aboutHashes],
    postHashes: [...entry.postHashes],
    pictureHashes: [...entry.pictureHashes],
  };
  const state = await putApplication(db, {
    source,
    externalId: application.id,
    receivedAt,
    applicant: withoutPictures(value),
    email: addressIn(value),
    fingerprint,
    fingerprintKeys: fingerprintKeys(fingerprint),
    mailId: mailId ?? null,
    isSimulated,
  });
  return { state, externalId: application.id };
}
