import { pictureBands } from '../vetting/batch/picture-bands.ts';
import type { Fingerprint } from './stored-application.ts';

const SKELETON_LENGTH_MIN = 5;

/** The keys that two applications share when they may be one person's, or one imitates the other. */
export function fingerprintKeys({
  handle,
  skeleton,
  aboutHashes,
  postHashes,
  pictureHashes,
}: Fingerprint): string[] {
  const keys = [
    ...(handle === null ? [] : [`handle:${handle}`]),
    ...(skeleton.length >= SKELETON_LENGTH_MIN ? [`skeleton:${skeleton}`] : []),
    ...aboutHashes.map((hash) => `about:${hash}`),
    ...postHashes.map((hash) => `post:${hash}`),
    ...pictureHashes.flatMap(pictureBands).map((band) => `picture:${band}`),
  ];
  return [...new Set(keys)];
}
