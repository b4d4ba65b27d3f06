import assert from 'node:assert';

/** A stream of repeatable chance: the same seed gives the same draws on every machine. */
export interface Chance {
  /** Uniform in [0, 1). */
  unit(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** A whole number in [0, below). */
  whole(below: number): number;
  /** True with probability `share`, in [0, 1]. */
  happens(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the values, each as likely as its weight; weights are >= 0 with a positive sum. */
  weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T;
  /** `exp` of a normal with this median and this spread of the logarithm. */
  logNormal(median: number, sigma: number): number;
  /** A share around `mean`; `weight` is a + b of the Beta distribution, the larger the closer to the mean. */
  beta(mean: number, weight: number): number;
  /** That many hexadecimal digits. */
  hex(digits: number): string;
  shuffled<T>(list: readonly T[]): T[];
}

/** One independent stream a seed text, so that a change to one kind of row leaves the others alone. */
export function chanceOf(seed: string): Chance {
  const unit = uniformStream(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  const whole = (below: number) => Math.floor(unit() * below);
  return {
    unit,
    whole,
    between: (low, high) => low + unit() * (high - low),
    happens: (share) => unit() < share,
    pick: (list) => at(list, whole(list.length)),
    weighted(choices) {
      let left = unit() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of choices) {
        left -= weight;
        if (left < 0) return value;
      }
      return at(choices, choices.length - 1)[0];
    },
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    beta(mean, weight) {
      const a = gamma(mean * weight, unit, normal);
      return a / (a + gamma((1 - mean) * weight, unit, normal));
    },
    hex(digits) {
      let text = '';
      while (text.length < digits) text += (unit() * 4_294_967_296).toString(16).padStart(8, '0');
      return text.slice(0, digits);
    },
    shuffled(list) {
      const copy = [...list];
      for (let last = copy.length - 1; last > 0; last -= 1) {
        const other = whole(last + 1);
        [copy[last], copy[other]] = [at(copy, other), at(copy, last)];
      }
      return copy;
    },
  };
}

/** The element, which must be there. */
export function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  assert(value !== undefined, `no element ${index} of ${list.length}`);
  return value;
}

/** sfc32 (Chris Doty-Humphrey's small fast counter generator), seeded by four FNV-1a hashes of the text. */
function uniformStream(seed: string): () => number {
  let a = hash(seed, 0x811c9dc5);
  let b = hash(seed, 0x9e3779b9);
  let c = hash(seed, 0x85ebca6b);
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warmUp = 0; warmUp < 12; warmUp += 1) next();
  return next;
}

function hash(text: string, start: number): number {
  let value = start;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value | 0;
}

/** Marsaglia and Tsang (2000), with their boost for shapes below one. */
function gamma(shape: number, unit: () => number, normal: () => number): number {
  if (shape < 1) return gamma(shape + 1, unit, normal) * (1 - unit()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - unit()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
