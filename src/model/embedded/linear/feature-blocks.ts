/** Where a kind of feature stands in a vector. */
export interface FeatureBlock {
  readonly from: number;
  readonly length: number;
}

/** Kinds of features one behind the other, in the order named. */
export function featureBlocks<Name extends string>(
  list: readonly (readonly [Name, number])[],
): Readonly<Record<Name, FeatureBlock>> {
  let from = 0;
  const places = list.map(([name, length]) => {
    const place = [name, { from, length }] as const;
    from += length;
    return place;
  });
  return Object.fromEntries(places) as Record<Name, FeatureBlock>;
}

/** Puts values into a vector under way, each times `scale`, counted from where their kind begins. */
export function putFeatures(
  entries: Map<number, number>,
  from: number,
  scale: number,
  values: Iterable<readonly [number, number]>,
): void {
  for (const [at, value] of values) entries.set(from + at, value * scale);
}
