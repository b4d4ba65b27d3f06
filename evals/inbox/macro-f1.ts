/** One mail's true and found class. */
export interface Pair {
  readonly truth: number;
  readonly found: number;
}

const RESAMPLES = 1_000;

/** The mean over classes of the harmonic mean of precision and recall; classes that occur on neither side do not count. */
export function macroF1(pairs: readonly Pair[]): number {
  const classes = new Set(pairs.flatMap(({ truth, found }) => [truth, found]));
  let sum = 0;
  for (const name of classes) {
    const both = pairs.filter(({ truth, found }) => truth === name && found === name).length;
    const either = pairs.filter(({ truth, found }) => truth === name || found === name).length;
    sum += (2 * both) / (either + both);
  }
  return sum / classes.size;
}

/** 95 % interval by resampling mails with a fixed seed. */
export function macroF1Interval(pairs: readonly Pair[]): [number, number] {
  let state = 20_261_122;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const values = Array.from({ length: RESAMPLES }, () =>
    macroF1(pairs.map(() => pairs[Math.floor(next() * pairs.length)]).filter((pair) => pair !== undefined)),
  ).sort((a, b) => a - b);
  return [values[Math.floor(RESAMPLES * 0.025)] ?? 0, values[Math.floor(RESAMPLES * 0.975)] ?? 1];
}
