/** What was found of a kind, and what executed proposals took of it already; micros. */
export interface FoundAndTaken {
  readonly foundMicros: bigint;
  readonly takenMicros: bigint;
}

/**
 * What is still to be asked for: the difference, never the sum again. Too much taken in the other way (returns move between
 * the two when earlier ones come in later) is set off, so that both together never take more than was found.
 *
 * @returns micros, >= 0. What was taken too much in all is not given back by itself.
 */
export function leftToTake(own: FoundAndTaken, other: FoundAndTaken): bigint {
  const excess = positive(other.takenMicros - other.foundMicros);
  return positive(own.foundMicros - own.takenMicros - excess);
}

const positive = (micros: bigint): bigint => (micros > 0n ? micros : 0n);
