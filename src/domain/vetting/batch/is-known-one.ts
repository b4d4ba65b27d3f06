import type { BatchEntry } from './batch-index.ts';

/** So many times the followers make clear who is the known one of two. */
const KNOWN_TIMES = 3;

/** Of two applicants with something in common: this one is verified and the other is not, or far better known. */
export const isKnownOne = (one: BatchEntry, other: BatchEntry): boolean =>
  (one.isVerified === true && other.isVerified !== true) ||
  (one.isVerified === other.isVerified && (one.followers ?? 0) > KNOWN_TIMES * (other.followers ?? 0));
