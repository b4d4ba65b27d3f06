const BITS = 13n;
const BANDS = 5;
const MASK = (1n << BITS) - 1n;

/** Copies of a picture differ in no more bits than this. */
export const COPY_BITS_MAX = BANDS - 1;

/**
 * A picture's hash cut into five bands. Two hashes that differ in four bits or fewer share at least one band, so copies
 * are found by equal keys.
 *
 * @param hash - 16 hexadecimal digits.
 */
export function pictureBands(hash: string): string[] {
  const bits = BigInt(`0x${hash}`);
  return Array.from(
    { length: BANDS },
    (_, band) => `${band}.${((bits >> (BigInt(band) * BITS)) & MASK).toString(36)}`,
  );
}
