import type { Metric, SuiteResult, Threshold } from './suite-result.ts';

/** A line a figure: value, size, interval, threshold, and whether it holds. */
export function printScoreboard(suites: readonly SuiteResult[]): void {
  for (const { name, n, metrics, thresholds, goals = {}, pass } of suites) {
    process.stdout.write(`\n${name} (${n} cases): ${pass ? 'passes' : 'FAILS'}\n`);
    for (const [metric, measured] of Object.entries(metrics)) {
      const threshold = thresholds[metric];
      const goal = goals[metric];
      const verdict = [
        threshold === undefined ? '' : holds(measured, threshold) ? 'holds' : 'MISSED',
        goal === undefined || holds(measured, goal) ? '' : `wanted ${limit(goal)}: not reached`,
      ].join(' ');
      process.stdout.write(
        `  ${metric.padEnd(44)} ${round(measured.value).padStart(8)}  n ${String(measured.n).padStart(7)}  ${between(measured).padEnd(18)} ${limit(threshold).padEnd(10)} ${verdict}\n`,
      );
    }
  }
}

/** Whether a figure keeps its threshold. */
export function holds({ value }: Metric, threshold: Threshold): boolean {
  return 'atLeast' in threshold ? value >= threshold.atLeast : value <= threshold.atMost;
}

const round = (value: number): string => Number(value.toPrecision(4)).toString();
const between = ({ interval }: Metric): string =>
  interval === null ? '' : `${round(interval[0])} to ${round(interval[1])}`;
const limit = (threshold: Threshold | undefined): string =>
  threshold === undefined ? '' : 'atLeast' in threshold ? `≥ ${threshold.atLeast}` : `≤ ${threshold.atMost}`;
