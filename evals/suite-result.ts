/** One suite's figures and what they had to be. */
export interface SuiteResult {
  readonly name: string;
  /** Cases measured. */
  readonly n: number;
  /** By name; shares in [0, 1] unless the name says otherwise. */
  readonly metrics: Readonly<Record<string, Metric>>;
  /** What must hold; a suite that breaks one fails. */
  readonly thresholds: Readonly<Record<string, Threshold>>;
  /** What is wanted and not reached yet, so that nobody takes the thresholds for it; absent when there is no such gap. */
  readonly goals?: Readonly<Record<string, Threshold>>;
  readonly pass: boolean;
}

export interface Metric {
  readonly value: number;
  /** Cases behind the figure. */
  readonly n: number;
  /** 95 % interval; null where it is a plain count. */
  readonly interval: readonly [number, number] | null;
}

export type Threshold = { readonly atLeast: number } | { readonly atMost: number };
