import { dirname } from 'node:path';
import type { Queryable } from '../../../db/client.ts';
import { findApplication } from '../../../db/queries/applications/find-application.ts';
import { readApplication } from '../../domain/vetting/read-application.ts';
import { openRejects } from '../csv/rejects-file.ts';
import { createPictureWorkers } from '../vetting/images/picture-workers.ts';
import { type FileElement, readApplicationsFile } from '../vetting/read-applications-file.ts';
import { applicationsInCsv } from './applications-in-csv.ts';
import { seeApplication } from './see-application.ts';
import { takeApplication } from './take-application.ts';

export interface ApplicationsImportDeps {
  readonly db: Queryable;
  /** Where `rejects/` is made. */
  readonly dataFolder: string;
  readonly policy: { readonly applicationsPerFile: number; readonly duplicateTextCharacters: number };
  now(): Date;
  /** Stops between two applications; what was stored stays. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ApplicationsImportResult {
  readonly kind: 'applications';
  readonly rows: number;
  readonly inserted: number;
  /** Sent again with something changed. */
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** `null` when everything could be read. */
  readonly rejectsFile: string | null;
}

const RAW_LENGTH_MAX = 10_000;

/** Stores the applications of one file, JSON or CSV by its name. The same again adds nothing. */
export async function importApplications(
  { db, dataFolder, policy, now, signal, onProgress }: ApplicationsImportDeps,
  path: string,
): Promise<ApplicationsImportResult> {
  const elements = path.toLowerCase().endsWith('.csv')
    ? (await applicationsInCsv(path)).map((value): FileElement => ({ value }))
    : await readApplicationsFile(path, policy.applicationsPerFile);
  const rejects = await openRejects(dataFolder, 'applications', path);
  const workers = createPictureWorkers();
  const total = { rows: 0, inserted: 0, updated: 0, unchanged: 0 };
  const circumstances = {
    source: 'file' as const,
    receivedAt: now(),
    isSimulated: false,
    duplicateTextCharacters: policy.duplicateTextCharacters,
  };
  try {
    for (const element of elements) {
      signal?.throwIfAborted();
      total.rows += 1;
      const taken =
        'value' in element
          ? await takeApplication(db, element.value, circumstances)
          : { state: 'rejected' as const, reason: `It is no JSON: ${element.problem}.` };
      if (taken.state === 'rejected') {
        const raw = 'value' in element ? (JSON.stringify(element.value) ?? '') : '';
        await rejects.add(total.rows, taken.reason, raw.slice(0, RAW_LENGTH_MAX));
      } else total[taken.state] += 1;
      if (
        'value' in element &&
        (taken.state === 'inserted' || taken.state === 'updated') &&
        hasPictures(element.value)
      ) {
        const applicationId = await findApplication(db, { source: 'file', externalId: taken.externalId });
        const sources = { db, workers, folder: dirname(path), web: null };
        if (applicationId !== null) await seeApplication(sources, applicationId, element.value);
      }
      onProgress?.(total.rows, elements.length);
    }
  } finally {
    await rejects.close();
    await workers.close();
  }
  return { kind: 'applications', ...total, rejected: rejects.count(), rejectsFile: rejects.path() };
}

/** Pictures on the web are looked at by the run, where the policy lets it. */
const hasPictures = (value: unknown): boolean => {
  const read = readApplication(value);
  return (
    'application' in read &&
    read.application.posts.some(({ image }) => image !== null && !/^https?:/i.test(image))
  );
};
