/** Which keys of a table are about one slip away from another; what it finds has to be compared still. */
export interface SlipIndex {
  /** Keys that share, with one character left out of either, what remains; some are found several times, some by chance. */
  near(key: string): Iterable<number>;
}

/** Odd, so that it keeps every bit of what it multiplies. */
const BASE = 0x01000193;

/**
 * Two keys one slip apart leave the same text when one character goes from either. The hashes of all those texts are kept
 * in two plain arrays: a million of them are made in the time that a map of texts takes for a few thousand.
 *
 * @param lengthMin - shorter keys are not indexed.
 */
export function indexSlips(keys: readonly string[], lengthMin: number): SlipIndex {
  let count = 0;
  for (const key of keys) if (key.length >= lengthMin) count += key.length + 1;
  let size = 1024;
  while (size < count) size *= 2;
  const bits = size - 1;
  const starts = new Uint32Array(size + 1);
  const places = new Uint32Array(count);

  for (const key of keys)
    if (key.length >= lengthMin)
      for (const hash of restHashes(key)) starts[(hash & bits) + 1] = at(starts, (hash & bits) + 1) + 1;
  for (let bucket = 1; bucket <= size; bucket++) starts[bucket] = at(starts, bucket) + at(starts, bucket - 1);
  const next = starts.slice(0, size);
  keys.forEach((key, place) => {
    if (key.length < lengthMin) return;
    for (const hash of restHashes(key)) {
      const bucket = hash & bits;
      const slot = at(next, bucket);
      places[slot] = place;
      next[bucket] = slot + 1;
    }
  });

  return {
    *near(key) {
      for (const hash of restHashes(key)) {
        const bucket = hash & bits;
        for (let slot = at(starts, bucket); slot < at(starts, bucket + 1); slot++) yield at(places, slot);
      }
    },
  };
}

const at = (numbers: Uint32Array, index: number): number => numbers[index] ?? 0;

/** The hashes of the key and of what is left when any one of its characters goes. */
function restHashes(key: string): number[] {
  const { length } = key;
  const hashes: number[] = [];
  // From the end: the hash of all that follows a place, and the base to the power of how much that is.
  const after: number[] = new Array<number>(length + 1).fill(0);
  const power: number[] = new Array<number>(length + 1).fill(1);
  for (let place = length - 1; place >= 0; place--) {
    power[place] = Math.imul(power[place + 1] ?? 1, BASE);
    after[place] =
      (Math.imul(key.charCodeAt(place) + 1, power[place + 1] ?? 1) + (after[place + 1] ?? 0)) | 0;
  }
  let before = 0;
  for (let place = 0; place < length; place++) {
    hashes.push(mixed((Math.imul(before, power[place + 1] ?? 1) + (after[place + 1] ?? 0)) | 0));
    before = (Math.imul(before, BASE) + key.charCodeAt(place) + 1) | 0;
  }
  hashes.push(mixed(before));
  return hashes;
}

/** Spreads a hash over its low bits, which choose the bucket. */
function mixed(hash: number): number {
  const spread = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (spread ^ (spread >>> 13)) >>> 0;
}
