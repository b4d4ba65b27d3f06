import type { Finding } from '../flag.ts';
import { hashDistance } from '../look/picture-hash.ts';
import type { BatchEntry, BatchIndex } from './batch-index.ts';
import { isKnownOne } from './is-known-one.ts';
import { COPY_BITS_MAX, pictureBands } from './picture-bands.ts';

/** One picture in common may be a product's own; two are somebody's. Who sent one picture alone is judged by that. */
const SHARED_PICTURES = 2;

/**
 * Other applications with the same pictures, however they were scaled or recoded: the same person twice, or one in
 * another's clothes. Of two handles the unverified and much smaller one is the suspect.
 */
export function pictureFindings(entry: BatchEntry, batch: BatchIndex): Finding[] {
  const shared = new Map<BatchEntry, number>();
  for (const hash of entry.pictureHashes) {
    const bits = BigInt(`0x${hash}`);
    const near = new Set(pictureBands(hash).flatMap((band) => batch.byPicture.get(band) ?? []));
    for (const other of near) {
      if (other === entry || !other.pictureHashes.some((its) => isCopy(bits, its))) continue;
      shared.set(other, (shared.get(other) ?? 0) + 1);
    }
  }
  const needed = Math.min(SHARED_PICTURES, entry.pictureHashes.length);
  const others = [...shared].filter(([, count]) => count >= needed);
  if (others.length === 0) return [];
  const most = Math.max(...others.map(([, count]) => count));
  const of = `${most} of ${entry.pictureHashes.length} pictures`;
  const strangers = others.map(([other]) => other).filter(({ handle }) => handle !== entry.handle);
  if (strangers.some((other) => isKnownOne(other, entry)))
    return [
      {
        flag: 'impersonation',
        sentence: `${of} are those of a better known applicant under another handle.`,
      },
    ];
  // Whose pictures they are is not in doubt where the others are the small ones.
  if (strangers.length === others.length && strangers.every((other) => isKnownOne(entry, other))) return [];
  return [
    {
      flag: 'duplicate_application',
      sentence: `${of} came with ${others.length === 1 ? 'another application' : `${others.length} other applications`} too.`,
    },
  ];
}

const isCopy = (bits: bigint, other: string): boolean =>
  hashDistance(bits, BigInt(`0x${other}`)) <= COPY_BITS_MAX;
