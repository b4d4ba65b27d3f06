/** A promise of speed, measured against a baseline in the same run: a ratio, never a time. */
export interface BenchResult {
  readonly name: string;
  /** What the ratio divides by what. */
  readonly says: string;
  /** One ratio a repetition. */
  readonly ratios: readonly number[];
  /** What the median has to be. */
  readonly promise: { readonly atMost: number } | { readonly atLeast: number };
  /** Seconds and sizes seen on the way, for the reader; not promised. */
  readonly seen: Readonly<Record<string, number>>;
}
