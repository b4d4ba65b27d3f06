import type { Fingerprint } from './stored-application.ts';

const SKELETON_LENGTH_MIN = 5;

/** The keys that two applications share when they may be one person's, or one imitates the other. */
export function fingerprintKeys({ handle, skeleton, aboutHashes, postHashes }: Fingerprint): string[] {
  const keys = [
    ...(handle === null ? [] : [`handle:${handle}`]),
    ...(skeleton.length >= SKELETON_LENGTH_MIN ? [`skeleton:${skeleton}`] : []),
    ...aboutHashes.map((hash) => `about:${hash}`),
    ...postHashes.map((hash) => `post:${hash}`),
  ];
  return [...new Set(keys)];
}
